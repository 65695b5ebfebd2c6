namespace PluginHost.Engine.Scripting;

/// <summary>An earlier run of the script was interrupted, and the script was changed since. Nothing was done; a person says how to go on.</summary>
public sealed record ScriptChanged : ScriptOutcome
{
    /// <summary>Which run it was, and the ways to go on.</summary>
    public required string Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => Message;
}
