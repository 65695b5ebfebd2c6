using PluginHost.Engine.Secrets.Keys;

namespace PluginHost.Engine.Secrets;

/// <summary>How the vault stands.</summary>
public sealed record VaultLook
{
    /// <summary>The name of its key; empty where no secret was ever kept, so that it has none.</summary>
    public required string Key { get; init; }

    /// <summary>For people: what opened it; null where nothing did.</summary>
    public required string? Place { get; init; }

    /// <summary>Why it does not open, and what to do; null where it does.</summary>
    public required string? Trouble { get; init; }

    /// <summary>The places that were asked before and could not open it.</summary>
    public required IReadOnlyList<PassedBy> PassedBy { get; init; }

    /// <summary>All that open it, on whatever machine.</summary>
    public required IReadOnlyList<VaultHolder> Holders { get; init; }

    /// <summary>What is kept.</summary>
    public required IReadOnlyList<KeptSecret> Secrets { get; init; }
}
