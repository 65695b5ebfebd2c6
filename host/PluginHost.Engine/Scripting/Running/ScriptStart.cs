using System.Reflection;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Loads a program and calls into it.</summary>
internal static class ScriptStart
{
    /// <summary>The class that the compiler makes of the prelude. It cannot be written in C#, so no script can declare its like.</summary>
    public const string PreludeClass = "Globals#";

    /// <summary>The class that the compiler makes of the script.</summary>
    public const string ScriptClass = "Script#";

    /// <summary>Runs the prelude, if there is one, and then the script.</summary>
    public static async Task<object?> RunAsync(ScriptContext context, ScriptProgram program, ScriptGlobals globals)
    {
        // Slot 0 belongs to the globals; each submission finds its predecessors in, and writes itself into, the slots behind it.
        if (program.Prelude.Count == 0)
            return await Enter(context.Load(program.Assembly, program.Symbols), ScriptClass)([globals, null]);

        object?[] slots = [globals, null, null];
        await Enter(context.Load(program.Prelude, default), PreludeClass)(slots);
        return await Enter(context.Load(program.Assembly, program.Symbols), ScriptClass)(slots);
    }

    private static Func<object?[], Task<object?>> Enter(Assembly assembly, string type) => assembly
        .GetType(type, throwOnError: true)!
        .GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
        .CreateDelegate<Func<object?[], Task<object?>>>();
}
