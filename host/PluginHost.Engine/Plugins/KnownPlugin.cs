using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins;

/// <summary>A plugin that the workspace names: who it is and what it contributes, or why it cannot be used.</summary>
public sealed record KnownPlugin
{
    public required string Id { get; init; }

    /// <summary>How <c>plugins.yaml</c> names it.</summary>
    public required PluginEntry Entry { get; init; }

    public PluginOrigin Origin { get; init; }

    /// <summary>Null where it was not found or its <c>plugin.yaml</c> cannot be read.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Null where it cannot be used.</summary>
    public PluginContributions? Contributions { get; init; }

    /// <summary>Why it cannot be used, and what to do; null where it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Where the person has not said yet that it may run: what is missing. The refusal says it in words.</summary>
    public Restriction? Restriction { get; init; }

    /// <summary>The version that the workspace has locked, with its hashes; null for what is bundled, taken from a path or put there by hand.</summary>
    public LockedPlugin? Locked { get; init; }

    public string Folder { get; init; } = "";

    /// <summary>The full path of its assembly, as it is loaded: a plugin in its author's folder is loaded from a copy.</summary>
    public string EntryPath { get; init; } = "";

    /// <summary>How long its assembly is and when it was written.</summary>
    internal FileStamp EntryStamp { get; init; }

    /// <summary>Its settings, checked; null where it cannot be used.</summary>
    public ISettings? Settings { get; init; }

    /// <summary>Whether it may be called.</summary>
    public bool IsUsable => Entry.On && Refusal is null && Contributions is not null;

    /// <summary>Whether another reading found something else to run, or another way to run it. Where it stands in the file is no matter.</summary>
    internal bool IsOther(KnownPlugin other) =>
        Entry.IsOther(other.Entry) || IsUsable != other.IsUsable || Folder != other.Folder || EntryPath != other.EntryPath || EntryStamp != other.EntryStamp
        || Manifest?.Version != other.Manifest?.Version || Locked?.Files != other.Locked?.Files;
}
