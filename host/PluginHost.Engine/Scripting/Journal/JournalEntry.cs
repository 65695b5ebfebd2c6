using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>One thing that an occurrence did or read, at its place in the order in which the script was given the results.</summary>
internal sealed record JournalEntry
{
    public required long Seq { get; init; }

    public required JournalKind Kind { get; init; }

    /// <summary>Which it is, with its count: <c>publish:daily.csx:5#1</c>.</summary>
    public required string Step { get; init; }

    /// <summary>What was done, in full; empty where nothing was.</summary>
    public string Body { get; init; } = "";

    public required Value Result { get; init; }

    public EffectStanding Standing { get; init; }
}
