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

    public bool IsCurrent => FileStamp.Of(Path.Combine(Folder, "plugin.yaml")) == ManifestStamp && FileStamp.Of(EntryPath) == EntryStamp;
}
