using Microsoft.CodeAnalysis;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// What a script starts and does not wait for. The compiler finds a part of it (CS4014); this finds the rest: in functions that are not async,
/// in lambdas whose result nobody takes, in variables that are never used again, and as the script's last value.
/// </summary>
internal sealed class ForgottenAwaits
{
    private const string Id = "PH1001";
    private const int Most = 60;

    private readonly List<ScriptProblem> _problems = [];
    private readonly HashSet<Location> _continued = [];

    private ForgottenAwaits()
    {
    }

    /// <param name="models">What is looked through.</param>
    /// <param name="isWhole">Whether nothing comes after it: in a REPL, a variable may be awaited later.</param>
    /// <param name="cancel">Cancels the search.</param>
    public static ForgottenAwaits FindIn(SemanticModels models, bool isWhole, CancellationToken cancel)
    {
        var found = new ForgottenAwaits();
        var variables = new AwaitableVariables();
        foreach (var tree in models.Compilation.SyntaxTrees)
        {
            cancel.ThrowIfCancellationRequested();
            var walker = new ForgottenAwaitWalker(models.Of(tree), variables);
            walker.Visit(tree.GetRoot(cancel));
            found._continued.UnionWith(walker.Continued.Select(expression => expression.GetLocation()));
            found._problems.AddRange(walker.Discarded.Select(expression => new ScriptProblem(
                Id,
                expression.GetLocation(),
                Describe(expression.ToString()))));
        }

        foreach (var (name, value) in isWhole ? variables.NeverUsed() : [])
        {
            found._problems.Add(new ScriptProblem(
                Id,
                value.GetLocation(),
                $"\"{name}\" is never awaited: the script would end before it is done. Put \"await\" before the value, or await {name} later."));
        }

        return found;
    }

    /// <summary>What is told of a call that is not awaited, whether the compiler finds it or we.</summary>
    public static string Describe(string expression) =>
        $"This is not awaited: the script would go on, or end, before it is done. Write: await {Shorten(expression)} (or \"_ =\" before it, to let it go on purpose).";

    /// <summary>Whether the compiler complains about something that we know better: a post that is put together in several statements.</summary>
    public bool Excuses(Diagnostic diagnostic) => _continued.Contains(diagnostic.Location);

    // The line stands beneath it; what is to be written must be seen at a glance.
    private static string Shorten(string expression)
    {
        var line = expression.Split('\n')[0].TrimEnd();
        return line.Length > Most ? $"{line[..Most]}…" : line.Length < expression.Length ? $"{line} …" : line;
    }

    /// <summary>What the compiler has not found itself.</summary>
    public IEnumerable<ScriptProblem> NotAmong(IReadOnlyList<Diagnostic> fromCompiler)
    {
        var known = fromCompiler.Where(diagnostic => diagnostic.Id == ScriptOptions.NotAwaited).Select(diagnostic => diagnostic.Location).ToHashSet();
        return _problems.Where(problem => !known.Contains(problem.Place));
    }
}
