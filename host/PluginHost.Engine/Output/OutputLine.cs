using PluginHost.Sdk;

namespace PluginHost.Engine.Output;

/// <summary>One line of the output.</summary>
public sealed record OutputLine
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The plugin's id, or <c>host</c>.</summary>
    public required string Source { get; init; }

    public required Severity Severity { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether it tells of a fault, which whoever listens to faults has heard of.</summary>
    /// <value><see langword="false"/>.</value>
    public bool IsFault { get; init; }
}
