namespace PluginHost.Engine.Packages;

/// <summary>What the program gives for installing plugins.</summary>
public sealed record PackageOptions
{
    /// <summary>The workspace's <c>plugins.yaml</c>, full path.</summary>
    public required string WorkspaceFile { get; init; }

    /// <summary>Where things of the person are kept.</summary>
    public required UserFolders User { get; init; }

    /// <summary>The folder with the plugins that come with the program.</summary>
    public string BundledPlugins { get; init; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Asks the person whether they want a plugin. Without a yes nothing is installed.</summary>
    public required Func<InstallCandidate, CancellationToken, Task<bool>> Consent { get; init; }

    /// <summary>Whether the person is asked for more than what is new in a plugin: because they have never accepted it, or have taken that back.</summary>
    public Func<InstallCandidate, bool> IsAsked { get; init; } = static _ => false;

    /// <summary>
    /// Told of a plugin before it is put where it is loaded from, with the folder that it is in now: the person has said yes, or had said so to no less before.
    /// </summary>
    public Action<InstallCandidate> Accepted { get; init; } = static _ => { };

    /// <summary>Where to look, instead of where the workspace says.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether versions that are not finished count, where none is named.</summary>
    public bool Prerelease { get; init; }

    /// <summary>The folder that paths are relative to.</summary>
    public required string Folder { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
