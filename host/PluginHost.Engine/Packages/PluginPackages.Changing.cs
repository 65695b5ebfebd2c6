using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Workspaces;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <content>Removing a plugin, going back to the version before, and pinning one.</content>
public sealed partial class PluginPackages
{
    /// <summary>Takes a plugin out of the workspace, with its settings. What it wrote into the store stays, and so do its files, which other workspaces may use.</summary>
    /// <exception cref="WrongUseException">The workspace has no such plugin.</exception>
    public async Task<PackageOutcome> RemoveAsync(string id, CancellationToken cancel)
    {
        using var hold = await WorkspaceHold.TakeAsync(Root, _options.Clock, cancel);
        var state = State();
        DemandNamed(state, id);
        if (await PluginsFile.RemoveAsync(_options.WorkspaceFile, id, cancel) is FileEditRefused refused)
            return new PackageRefused(id, refused.ToString());

        // The name first: a lock without a name is only a line too many.
        var unwritten = state.Lock.Find(id) is null ? null : await WriteLockAsync(id, state.Lock.Without(id), cancel);
        return unwritten ?? (PackageOutcome)new PackageChanged(id, null, "is removed. What it keeps in the store stays there.");
    }

    /// <summary>Goes back to the version before, which is kept. Once more goes forward again.</summary>
    /// <exception cref="WrongUseException">There is none.</exception>
    public Task<PackageOutcome> RollbackAsync(string id, CancellationToken cancel) => TryAsync(id, async () =>
    {
        var state = State();
        DemandNamed(state, id);
        if (state.Lock.Find(id) is not { } locked)
            throw new WrongUseException($"{id} was not installed, so there is no version before to go back to.");

        if (locked.Previous is not { } previous)
            throw new WrongUseException($"There is no version of {id} before {locked.Version} in this workspace. \"pluginhost plugins add {id}@VERSION\" installs a certain one.");

        if (state.Entry(id) is { Version: { } pinned, Line: var line } && pinned != previous.Version)
            return new PackageRefused(id, $"plugins.yaml({line}) pins {id} to {pinned}, and the version before is {previous.Version}. \"pluginhost plugins pin {id} --off\" lets it go.");

        if (state.Installed.Refuse(previous) is not null)
        {
            using var fetched = await FetchLockedAsync(previous, cancel);
            switch (await new Installation(_places, _limits, state.Catalog, _options).RunAsync(fetched, previous, locked, cancel))
            {
                case InstallRefused refused:
                    return new PackageRefused(id, refused.Reason);
                case InstallDeclined:
                    return new PackageKept(id, locked.Version, "stays.");
            }
        }

        return await CommitAsync(previous with { Previous = locked with { Previous = null } }, $"is the version again, in the place of {locked.Version}.", cancel);
    });

    /// <summary>Pins a plugin to a version, or lets it go. An update obeys it; <c>plugins add</c> installs a version that is not there.</summary>
    /// <param name="id">The plugin.</param>
    /// <param name="version">The version; null for the one that is there.</param>
    /// <param name="off">Whether it is let go.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="WrongUseException">The workspace has no such plugin, or the version is none.</exception>
    public async Task<PackageOutcome> PinAsync(string id, string? version, bool off, CancellationToken cancel)
    {
        using var hold = await WorkspaceHold.TakeAsync(Root, _options.Clock, cancel);
        var state = State();
        DemandNamed(state, id);
        var there = state.Lock.Find(id)?.Version ?? state.Catalog.Find(id)?.Manifest?.Version;
        if (version is not null && !VersionText.IsValid(version))
            throw new WrongUseException(VersionText.Explain(version));

        // A pin to what is not here would switch the plugin off at once.
        if (version is not null && there is not null && version != there)
            throw new WrongUseException($"{id} {version} is not here; {there} is. \"pluginhost plugins add {id}@{version}\" installs it: pin it then.");

        var pin = off ? null : version ?? there ?? throw new WrongUseException($"{id} is not there, so it has no version to pin. Name one: pluginhost plugins pin {id} VERSION");
        return await PluginsFile.PinAsync(_options.WorkspaceFile, id, pin, cancel) switch
        {
            FileEditRefused refused => new PackageRefused(id, refused.ToString()),
            FileUnchanged => new PackageKept(id, there, pin is null ? "is not pinned." : $"is pinned to {pin} already."),
            _ when pin is null => new PackageChanged(id, there, "is no longer pinned."),
            _ when pin != there => new PackageChanged(id, there, $"is pinned to {pin}. \"pluginhost plugins update {id}\" installs that."),
            _ => new PackageChanged(id, there, $"is pinned to {pin}."),
        };
    }

    private static void DemandNamed(PackageState state, string id)
    {
        if (state.Entry(id) is null)
            throw new WrongUseException($"plugins.yaml names no plugin \"{id}\".{Nearest.Hint(id, state.Workspace.Plugins.Select(plugin => plugin.Id))} \"pluginhost plugins\" lists them.");
    }
}
