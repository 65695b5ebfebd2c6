using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Packages.Sources;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <content>Looking for plugins, and looking over those that are installed.</content>
public sealed partial class PluginPackages
{
    /// <summary>The plugins that the sources have.</summary>
    /// <param name="text">What is looked for in their ids, names and descriptions; empty for all.</param>
    /// <param name="unasked">Told of each source that could not be asked; the others are.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<OfferedPlugin>> SearchAsync(string text, Action<string> unasked, CancellationToken cancel)
    {
        var offered = new List<OfferedPlugin>();
        foreach (var source in SourcesOf(State()))
        {
            try
            {
                offered.AddRange(await source.SearchAsync(text, _options.Prerelease, cancel));
            }
            catch (PluginHostException error)
            {
                unasked(error.Message);
            }
        }

        return offered;
    }

    /// <summary>Compares what the workspace names, what it has locked and what lies on this machine, and asks the sources for newer versions.</summary>
    public async Task<IReadOnlyList<PackageFinding>> DoctorAsync(CancellationToken cancel)
    {
        var state = State();
        var findings = new List<PackageFinding>();
        foreach (var plugin in state.Catalog.All.Where(plugin => plugin.Refusal is not null))
            findings.Add(new PackageFinding(plugin.Id, Severity.Error, plugin.Refusal!));

        foreach (var locked in state.Lock.Plugins)
        {
            if (state.Entry(locked.Id) is not { } entry)
                findings.Add(new PackageFinding(locked.Id, Severity.Warning, $"{LockFile.FileName} has {locked.Version}, and {WorkspaceFile.FileName} does not name it. \"pluginhost plugins add {locked.Id}\" names it; or take it out of {LockFile.FileName}."));
            else if (entry.Path is { } path)
                findings.Add(new PackageFinding(locked.Id, Severity.Warning, $"{LockFile.FileName} has {locked.Version}, and plugins.yaml({entry.Line}) takes it from {path}, which counts."));
            else
                findings.AddRange(await LookForNewerAsync(state, locked, cancel));

            if (state.Entry(locked.Id) is { On: false } && state.Installed.Refuse(locked) is { } refusal)
                findings.Add(new PackageFinding(locked.Id, Severity.Warning, refusal));
        }

        findings.AddRange(Unused(state));
        return findings;
    }

    private async Task<IReadOnlyList<PackageFinding>> LookForNewerAsync(PackageState state, LockedPlugin locked, CancellationToken cancel)
    {
        try
        {
            return OwnPathOf(locked) is not null || await NewerAsync(state, locked, cancel) is not { } newer
                ? []
                : [new PackageFinding(locked.Id, Severity.Information, $"{locked.Version} is installed, and there is {newer.Version}. \"pluginhost plugins update {locked.Id}\" installs it.")];
        }
        catch (PluginHostException error)
        {
            return [new PackageFinding(locked.Id, Severity.Warning, $"whether there is a newer version is not known: {error.Message}")];
        }
    }

    // Other workspaces have locks of their own, so nothing is deleted here.
    private IEnumerable<PackageFinding> Unused(PackageState state)
    {
        if (!Directory.Exists(_options.User.Plugins))
            yield break;

        var used = state.Lock.Plugins.SelectMany(plugin => new[] { plugin, plugin.Previous }).OfType<LockedPlugin>().Select(_places.FolderOf).ToHashSet(StringComparer.Ordinal);
        foreach (var home in Directory.EnumerateDirectories(_options.User.Plugins).Order(StringComparer.Ordinal).Where(home => !File.Exists(Path.Combine(home, Plugins.PluginManifestFile.FileName))))
        {
            foreach (var folder in Directory.EnumerateDirectories(home).Where(folder => !used.Contains(folder)).Order(StringComparer.Ordinal))
                yield return new PackageFinding(Path.GetFileName(home), Severity.Information, $"{folder} is used by this workspace no more. Delete it, where no other one uses it.");
        }
    }
}
