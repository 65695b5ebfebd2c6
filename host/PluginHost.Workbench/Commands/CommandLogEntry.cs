using PluginHost.Sdk;

namespace PluginHost.Workbench.Commands;

/// <summary>A command that the interface executed.</summary>
internal sealed class CommandLogEntry
{
    public required DateTimeOffset At { get; init; }

    public required string Id { get; init; }

    /// <summary>The arguments as they are shown: the beginning of them.</summary>
    public required string Arguments { get; init; }

    /// <summary>The arguments as they were given.</summary>
    public required Record Given { get; init; }

    /// <summary>What it came to; empty while it is under way.</summary>
    public string Outcome { get; set; } = "";

    public Severity Severity { get; set; } = Severity.Information;
}
