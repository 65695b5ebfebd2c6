using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Packages;

/// <summary>A plugin that was fetched, checked and unpacked where nobody uses it, for a person to say whether they want it. None of it has run.</summary>
public sealed record InstallCandidate
{
    /// <summary>Who it is and what it needs.</summary>
    public required PluginManifest Manifest { get; init; }

    /// <summary>Where it is from, as it was written.</summary>
    public required string Source { get; init; }

    /// <summary>The same in full: a path that is written relative to one workspace means another folder in the next.</summary>
    public required string SourceInFull { get; init; }

    /// <summary>The SHA-512 of the package, in hexadecimal.</summary>
    public required string Sha512 { get; init; }

    /// <summary>The folder that it was unpacked into. It is gone, or has another name, once the question is answered.</summary>
    public required string Folder { get; init; }

    /// <summary>The version that runs now; null where none does.</summary>
    public LockedPlugin? Installed { get; init; }

    /// <summary>What it needs that the version before did not; of a new one all that it needs.</summary>
    public required IReadOnlyList<string> NewNeeds { get; init; }

    /// <summary>Whether a plugin of this id comes with the program, whose place it would take.</summary>
    public bool TakesPlaceOfBundled { get; init; }

    /// <summary>Whether the workspace has it locked already, so that only this machine lacks it.</summary>
    public bool IsRestored { get; init; }
}
