namespace PluginHost.Engine.Trust;

/// <summary>Why a plugin that could run may not, and what cures it. It stays in every list, with this.</summary>
public sealed record Restriction
{
    /// <summary>What is missing.</summary>
    public required RestrictionKind Kind { get; init; }

    /// <summary>The same for people: why, and the command that accepts.</summary>
    public required string Reason { get; init; }

    /// <summary>The needs that were not accepted yet, by their names.</summary>
    public IReadOnlyList<string> NewNeeds { get; init; } = [];

    /// <summary>Needs that were accepted before.</summary>
    public IReadOnlyList<string> KnownNeeds { get; init; } = [];
}
