using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Plugins.Loading;
using PluginHost.Engine.Trust;

namespace PluginHost.Engine.Workspaces;

/// <summary>A workspace as it stands in its files: what <c>plugins.yaml</c> says and the plugins that it names, or all that is wrong with them.</summary>
internal sealed record WorkspaceReader(WorkspaceConfiguration? Workspace, PluginCatalog? Plugins, IReadOnlyList<ConfigurationProblem> Problems)
{
    /// <summary>The same for whoever loads the plugins: those in their authors' folders are copied first, so that a build can write over them meanwhile.</summary>
    public static WorkspaceReader Read(EngineOptions options, ShadowCopies shadows)
    {
        var reading = Read(options);
        return reading with { Plugins = reading.Plugins?.With(shadows.CopyOf) };
    }

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
                var leftOut = new LeftOutPlugins(new CrashFolder(WorkspaceData.FolderOf(workspace.Root))).Read();
                var plugins = PluginCatalog.Read(workspace, PluginIndex.Open(options.User.Cache), options.BundledPlugins, options.User.Plugins, installed)
                    .With(WorkspaceTrust.Of(options).ForPlugins().Judge)
                    .LeavingOut(leftOut)
                    .SettingAside(options.SetAside);
                return new WorkspaceReader(workspace, plugins, plugins.Problems);
            case var other:
                throw new InvalidOperationException($"A workspace was read as {other}.");
        }
    }
}
