namespace PluginHost.Engine.Packages.Locking;

/// <summary>The one version of a plugin that a workspace runs: which it is, where it is from, and its hashes.</summary>
public sealed record LockedPlugin
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>The source as it was written: a feed, a folder or a file, relative to the workspace where it was. Never a password.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-512 of the package, in hexadecimal; of a folder, that of the list of its files.</summary>
    public required string Sha512 { get; init; }

    /// <summary>The SHA-512 of the list of its files.</summary>
    public required string Files { get; init; }

    /// <summary>The version that ran before, to go back to; null where there was none.</summary>
    public LockedPlugin? Previous { get; init; }
}
