using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <summary>What a workspace names, has locked and can use, read at one moment.</summary>
internal sealed record PackageState(WorkspaceConfiguration Workspace, PluginsLock Lock, InstalledPlugins Installed, PluginCatalog Catalog)
{
    /// <exception cref="WrongUseException">A file of the workspace is wrong; every line is named.</exception>
    public static PackageState Read(PackageOptions options)
    {
        if (WorkspaceFile.Read(options.WorkspaceFile) is not WorkspaceRead { Configuration: var workspace })
            throw new WrongUseException(string.Join('\n', ((WorkspaceRefused)WorkspaceFile.Read(options.WorkspaceFile)).Problems));

        var locked = LockFile.Read(LockFile.Beside(workspace.File));
        if (locked.Problems.Count > 0)
            throw new WrongUseException(string.Join('\n', locked.Problems));

        var installed = new InstalledPlugins(locked.Lock, options.User);
        var catalog = PluginCatalog.Read(workspace, PluginIndex.Open(options.User.Cache), options.BundledPlugins, options.User.Plugins, installed);
        return new PackageState(workspace, locked.Lock, installed, catalog);
    }

    public PluginEntry? Entry(string id) => Workspace.Plugins.FirstOrDefault(plugin => plugin.Id == id);
}
