namespace PluginHost.PressRoom.Releases;

/// <summary>What announces a release on one profile, as it was written.</summary>
internal sealed record WrittenTeaser
{
    public required string Profile { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }
}
