namespace PluginHost.Sdk;

/// <summary>One line of a log.</summary>
public sealed record LogLine
{
    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it says. A line may begin with a <see cref="Sign"/>.</summary>
    public required string Text { get; init; }

    /// <summary>How grave it is.</summary>
    /// <value><see cref="Severity.Information"/>.</value>
    public Severity Severity { get; init; } = Severity.Information;
}
