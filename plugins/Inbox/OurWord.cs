namespace PluginHost.Inbox;

/// <summary>Something that one of our profiles has said.</summary>
internal sealed record OurWord
{
    public required string Profile { get; init; }

    /// <summary>What it is called on the network; null where that is not known.</summary>
    public required string? RemoteId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    /// <summary>Who asked for it: a person, a script; the profile itself, where somebody has said it elsewhere.</summary>
    public required string By { get; init; }
}
