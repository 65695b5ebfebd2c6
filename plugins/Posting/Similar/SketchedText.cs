namespace PluginHost.Posting;

/// <summary>A text of the outbox that is to be found by what is similar to it.</summary>
internal sealed record SketchedText
{
    public required long Post { get; init; }

    public required long Place { get; init; }

    public required string Profile { get; init; }

    public required string Text { get; init; }
}
