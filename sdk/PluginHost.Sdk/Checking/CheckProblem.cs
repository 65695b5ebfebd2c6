namespace PluginHost.Sdk;

/// <summary>Something that a check (<see cref="CheckAttribute"/>) has found wrong.</summary>
public sealed record CheckProblem
{
    /// <summary>What is wrong, where (a file with its line, a setting), and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>How grave it is. An error lets <c>doctor</c> end with 1.</summary>
    /// <value><see cref="Severity.Error"/>.</value>
    public Severity Severity { get; init; } = Severity.Error;
}
