namespace PluginHost.Engine.Workspaces;

/// <summary>Something wrong in a file that people write, with its place.</summary>
public sealed record ConfigurationProblem
{
    /// <summary>The file's name, as it is shown.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; 0 where it is about the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The problem as one line: <c>plugins.yaml(3): …</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}({Line}): {Message}" : $"{File}: {Message}";
}
