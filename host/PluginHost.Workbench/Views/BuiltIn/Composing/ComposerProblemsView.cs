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
    public static CommandCall WayTo(Problem problem) => CallFor("workbench.compose.go", problem);

    private static CommandCall CallFor(string command, Problem problem) => new()
    {
        Id = command,
        Arguments = Record.Of(("rule", problem.Rule), ("profile", problem.Profile ?? ""), ("part", problem.Range?.Part ?? -1), ("start", problem.Range?.Start ?? -1), ("medium", problem.Medium ?? -1)),
    };

    private static IReadOnlyList<TreeNode> FixOf(Problem problem) => problem.Fix is { } fix
        ? [new TreeNode { Id = "fix", Text = $"{Sign.Good} {fix.Title}", Open = CallFor("workbench.compose.mend", problem) }]
        : problem.Rule is "workbench.length" or "posting.length"
        ? [new TreeNode { Id = "fix", Text = $"{Sign.Good} {Texts.CommandThread}", Open = new CommandCall { Id = "workbench.compose.thread" } }]
        : [];

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
                Children = FixOf(problem),
                Open = WayTo(problem),
            })],
        });
    }
}
