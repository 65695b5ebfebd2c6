using PluginHost.Engine.Jobs;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>How a script stands.</summary>
internal sealed record ScriptStanding
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The run that is under way; null: it has ended.</summary>
    public Job? Job { get; init; }

    /// <summary>What it came to, with its sign; empty while it is under way.</summary>
    public string Outcome { get; init; } = "";
}
