namespace PluginHost.Engine.Scripting;

/// <summary>What was asked for cannot be: nothing is there to go on with, the plan was done before, or the workspace is not trusted. Nothing of the script ran.</summary>
public sealed record ScriptNotStarted : ScriptOutcome
{
    /// <summary>Why, and what to do instead.</summary>
    public required string Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => Message;
}
