using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Workspaces;

/// <summary>A workspace as it stands in its files: what <c>plugins.yaml</c> says and the plugins that it names, or all that is wrong with them.</summary>
internal sealed record WorkspaceReader(WorkspaceConfiguration? Workspace, PluginCatalog? Plugins, IReadOnlyList<ConfigurationProblem> Problems)
{
    public static WorkspaceReader Read(EngineOptions options)
    {
        switch (WorkspaceFile.Read(options.WorkspaceFile))
        {
            case WorkspaceRefused refused:
                return new WorkspaceReader(null, null, refused.Problems);
            case WorkspaceRead { Configuration: var workspace }:
                var locked = LockFile.Read(LockFile.Beside(workspace.File));
                if (locked.Problems.Count > 0)
                    return new WorkspaceReader(null, null, locked.Problems);

                var installed = new InstalledPlugins(locked.Lock, options.User);
                var plugins = PluginCatalog.Read(workspace, PluginIndex.Open(options.User.Cache), options.BundledPlugins, options.User.Plugins, installed);
                return new WorkspaceReader(workspace, plugins, plugins.Problems);
            case var other:
                throw new InvalidOperationException($"A workspace was read as {other}.");
        }
    }
}
