namespace PluginHost.Engine.Scripting;

/// <summary>The script called <c>Stop</c>. The run counts as done.</summary>
public sealed record ScriptStopped : ScriptOutcome
{
    /// <summary>The reason that the script gave.</summary>
    public required string Reason { get; init; }
}
