namespace PluginHost.Engine.Scripting;

/// <summary>The script is no valid script. Nothing of it ran.</summary>
public sealed record ScriptRefused : ScriptOutcome
{
    /// <summary>What is wrong with it, in the order of the text.</summary>
    public required IReadOnlyList<ScriptDiagnostic> Diagnostics { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', Diagnostics);
}
