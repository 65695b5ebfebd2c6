namespace PluginHost.Engine.Trust;

/// <summary>What the person has accepted of a plugin.</summary>
public sealed record PluginConsent
{
    /// <summary>The plugin's id.</summary>
    public required string Plugin { get; init; }

    /// <summary>Where it lies, of one that <c>plugins.yaml</c> names by its folder; null of an installed one, which is known by its content.</summary>
    public string? Folder { get; init; }

    /// <summary>The needs that were accepted.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Where an installed one came from, as whoever installed it names that: another one under the same id is asked for. Empty: it lay there.</summary>
    public string Source { get; init; } = "";

    /// <summary>The SHA-512 of its files, in hexadecimal; empty of one that is known by its folder, because its author builds it anew with each change.</summary>
    public string Sha512 { get; init; } = "";

    /// <summary>Lengths and times of its files when they were hashed: as long as these stay, nothing is hashed again.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>When the person said so.</summary>
    public required DateTimeOffset Since { get; init; }
}
