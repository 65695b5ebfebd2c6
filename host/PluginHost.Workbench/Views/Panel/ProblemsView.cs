using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What is wrong now, with its place.</summary>
internal sealed class ProblemsView : OwnedView
{
    private readonly Workbench _workbench;

    public ProblemsView(Workbench workbench)
        : base(workbench, PanelViews.Problems, Texts.CommandProblems)
    {
        _workbench = workbench;
        workbench.Problems.Told += Refresh;
    }

    public override string Welcome => Texts.ProblemsEmpty;

    protected override View Read() => new Tree
    {
        Nodes =
        [
            .. _workbench.Problems.All.Select((problem, place) => new TreeNode
            {
                Id = $"{problem.Place} {problem.Text}",
                Text = $"{(problem.Severity == Severity.Error ? Signs.Bad : Signs.Warning)} {problem.Text.ReplaceLineEndings(" ")}",
                Detail = problem.Place,
                Open = problem.Command,
            }),
        ],
    };
}
