using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>The scripts of the workspace, with how each last ended. Enter opens one to be edited.</summary>
internal sealed class ScriptsView : ViewSource
{
    private readonly Workbench _workbench;
    private readonly ScriptFileList _files;
    private readonly ScriptRuns _runs;

    public ScriptsView(Workbench workbench, ScriptFileList files, ScriptRuns runs)
        : base(ScriptCommands.List, Texts.ScriptsTitle, Area.Sidebar)
    {
        (_workbench, _files, _runs) = (workbench, files, runs);
        runs.Changed += Refresh;
    }

    public override string Welcome => Texts.ScriptsEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel) =>
        Task.FromResult<View>(new Tree { Nodes = [.. _files.Read().Select(NodeOf)] });

    /// <summary>Says that there is another script.</summary>
    public void Announce() => Refresh();

    private TreeNode NodeOf(string path)
    {
        var name = ScriptFileList.NameOf(path);
        var standing = _runs.Of(path);
        var call = Record.Of(("script", name));
        return new TreeNode
        {
            Id = name,
            Text = standing is null ? name : $"{(standing.Job is null ? standing.Outcome[..1] : Sign.Waiting)} {name}",
            Detail = standing is null ? ScriptFileList.AboutOf(path) : $"{TimeOf(standing)} {(standing.Job is null ? standing.Outcome[2..] : Texts.ScriptRunsNow)}",
            Fields = call,
            Open = new CommandCall { Id = "workbench.scripts.edit", Arguments = call },
        };
    }

    private string TimeOf(ScriptStanding standing)
    {
        var (zone, now) = (_workbench.Engine.Workspace.Zone, _workbench.Engine.Clock.GetUtcNow());
        var at = TimeZoneInfo.ConvertTime(standing.At, zone);
        return at.ToString(at.Date == TimeZoneInfo.ConvertTime(now, zone).Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
    }
}
