using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What stands against what is being written. Enter leads to the place.</summary>
internal sealed class ComposerProblemsView : ViewSource
{
    private readonly Composer _composer;

    public ComposerProblemsView(Composer composer)
        : base(ComposerCommands.Problems, Texts.CommandProblems, Area.Editor)
    {
        _composer = composer;
        composer.Changed += Refresh;
    }

    public override string Welcome => _composer.IsBlank ? Texts.ComposerBlankHint : _composer.Chosen.Count == 0 ? Texts.ComposerNobodyHint : Texts.ComposerNoProblems;

    /// <summary>What leads to the place of a problem.</summary>
    public static CommandCall WayTo(Problem problem) => new()
    {
        Id = "workbench.compose.go",
        Arguments = Record.Of(("profile", problem.Profile ?? "")),
    };

    public override Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var problems = _composer.Problems();
        return Task.FromResult<View>(new Tree
        {
            Caption = problems.Count == 0 ? "" : $"{problems.Count}",
            Nodes = [.. problems.Select((problem, place) => new TreeNode
            {
                Id = $"{problem.Profile} {problem.Rule} {place}",
                Text = $"{(problem.Severity == Severity.Error ? Sign.Bad : Sign.Warning)} {problem}",
                Detail = problem.Rule,
                Open = WayTo(problem),
            })],
        });
    }
}
