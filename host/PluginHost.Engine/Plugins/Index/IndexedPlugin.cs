using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Plugins.Index;

/// <summary>A plugin's folder as it was when it was last read.</summary>
internal sealed record IndexedPlugin
{
    public required string Folder { get; init; }

    public required FileStamp ManifestStamp { get; init; }

    /// <summary>The full path of the assembly, or where it should be.</summary>
    public required string EntryPath { get; init; }

    public required FileStamp EntryStamp { get; init; }

    /// <summary>Null where <c>plugin.yaml</c> cannot be read.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Null where the plugin cannot be used.</summary>
    public PluginContributions? Contributions { get; init; }

    /// <summary>Why the plugin cannot be used; null where it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>
    /// Whether reading the folder would give the same. What was refused is read again: the cure need not touch the manifest or the assembly.
    /// </summary>
    public bool IsCurrent =>
        Contributions is not null
        && FileStamp.Of(Path.Combine(Folder, "plugin.yaml")) == ManifestStamp
        && FileStamp.Of(EntryPath) == EntryStamp
        && PluginFolder.FindEntry(Folder, Manifest!.Entry) == EntryPath;
}
