namespace PluginHost.Workbench.Telling;

/// <summary>What is wrong now, by who says so: each says all of it anew.</summary>
internal sealed class ProblemBoard
{
    private readonly SortedDictionary<string, IReadOnlyList<WorkbenchProblem>> _bySource = new(StringComparer.Ordinal);

    /// <summary>Called when what is wrong has changed.</summary>
    public event Action? Told;

    public IEnumerable<WorkbenchProblem> All => _bySource.Values.SelectMany(problems => problems);

    public int Count { get; private set; }

    public void Set(string source, IReadOnlyList<WorkbenchProblem> problems)
    {
        if (problems.Count == 0 && !_bySource.ContainsKey(source))
            return;

        if (problems.Count == 0)
            _bySource.Remove(source);
        else
            _bySource[source] = problems;

        Count = All.Count();
        Told?.Invoke();
    }
}
