namespace PluginHost.Engine.Scripting;

/// <summary>What scripts see besides the SDK, taken once for a run: plugins may come and go while it is looked up, compiled and stored.</summary>
internal sealed record ScriptScope
{
    public required IReadOnlyList<ScriptGlobalDeclaration> Globals { get; init; }

    public required IReadOnlyList<string> ContractPaths { get; init; }

    public static ScriptScope Of(IScriptWorld world) => new() { Globals = world.Globals, ContractPaths = world.ContractPaths };
}
