namespace PluginHost.Engine.Workspaces;

/// <summary>Collects what is wrong in one file, so that a person sees all of it at once.</summary>
internal sealed class FileProblems(string file)
{
    private readonly List<ConfigurationProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(int line, string message) =>
        _problems.Add(new ConfigurationProblem { File = file, Line = line, Message = message });

    /// <summary>The problems in the order of their lines, which is not the order of finding: a missing key is noticed at the end.</summary>
    public IReadOnlyList<ConfigurationProblem> InOrder() => [.. _problems.OrderBy(problem => problem.Line)];
}
