namespace PluginHost.Engine.Scripting;

/// <summary>What looking for a script's program came to: the program, or why there is none.</summary>
internal sealed record ScriptSearch
{
    public ScriptProgram? Program { get; init; }

    /// <summary>What to tell of the program; nothing where it was known already.</summary>
    public IReadOnlyList<ScriptDiagnostic> Warnings { get; init; } = [];

    public ScriptOutcome? Refusal { get; init; }
}
