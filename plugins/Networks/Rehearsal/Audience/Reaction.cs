using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>What somebody is going to do about a post.</summary>
internal sealed record Reaction
{
    public required NetworkEventKind Kind { get; init; }

    /// <summary>The handle of the one who does it.</summary>
    public required string Actor { get; init; }

    /// <summary>How long after the post, in whole milliseconds.</summary>
    public required TimeSpan After { get; init; }

    public string Text { get; init; } = "";

    public string Language { get; init; } = "";
}
