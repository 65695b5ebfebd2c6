using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Plugins.Loading;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine;

// What outlives a process that a guest ends, and what follows from it.
public sealed partial class Engine
{
    /// <summary>Processes of this workspace that did not end in order, as far as this one has found them.</summary>
    public IReadOnlyList<UncleanEnd> UncleanEnds { get; private init; } = [];

    private CrashFolder CrashFolder => new(WorkspaceData.FolderOf(Workspace.Root));

    /// <summary>Takes a plugin back in that was left out because it had ended a process. It counts from the next reading of the workspace: <see cref="ReloadAsync(CancellationToken)"/>.</summary>
    /// <returns>Whether it was left out.</returns>
    public bool BringBack(string plugin) => BringBack(Workspace.File, plugin);

    /// <summary>The same for a workspace that need not be open.</summary>
    /// <param name="workspaceFile">Its <c>plugins.yaml</c>, full path.</param>
    /// <param name="plugin">The plugin's id.</param>
    public static bool BringBack(string workspaceFile, string plugin) =>
        new LeftOutPlugins(new CrashFolder(WorkspaceData.FolderOf(Path.GetDirectoryName(workspaceFile)!))).Remove(plugin);

    /// <summary>Whether a plugin is left out because it has ended a process.</summary>
    public bool IsLeftOut(string plugin) => new LeftOutPlugins(CrashFolder).Read().Any(left => left.Plugin == plugin);

    private static Engine OpenAfterInquest(EngineOptions options, WorkspaceReader reading, ShadowCopies shadows)
    {
        var (workspace, plugins) = (reading.Workspace!, reading.Plugins!);
        if (options.SetAside is not null)
            return new Engine(options, workspace, plugins, shadows);

        var folder = new CrashFolder(WorkspaceData.FolderOf(workspace.Root));
        var ends = new Inquest(folder, plugins, workspace.Zone).Hold();
        if (ends.Count > 0)
            plugins = plugins.LeavingOut(new LeftOutPlugins(folder).Read());

        var engine = new Engine(options, workspace, plugins, shadows) { UncleanEnds = ends };
        foreach (var end in ends)
            engine.Output.Write("host", end.IsProven ? Severity.Warning : Severity.Information, end.ToString());

        return engine;
    }

    // A rehearsal's guests end the same process; but where a workspace has no data yet, a rehearsal makes none.
    private CrashSentinel? NewSentinel() => _options.SetAside is null && (Rehearsal is null || Directory.Exists(WorkspaceData.FolderOf(Workspace.Root)))
        ? new CrashSentinel(CrashFolder, Clock, text => Output.Write("host", Severity.Warning, text))
        : null;
}
