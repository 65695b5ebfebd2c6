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

    /// <summary>Runs the prelude, if there is one, and starts the script.</summary>
    public static Task<object?> Start(ScriptContext context, ScriptProgram program, ScriptGlobals globals)
    {
        // Slot 0 belongs to the globals; each submission finds its predecessors in, and writes itself into, the slots behind it.
        if (program.Prelude.Count == 0)
            return Enter(context.Load(program.Assembly, program.Symbols), ScriptClass)([globals, null]);

        // The prelude declares properties and does nothing: it is done at once.
        object?[] slots = [globals, null, null];
        Enter(context.Load(program.Prelude, default), PreludeClass)(slots).GetAwaiter().GetResult();
        return Enter(context.Load(program.Assembly, program.Symbols), ScriptClass)(slots);
    }

    /// <summary>Makes the slots of a REPL: for the globals, the prelude, and as many entries as there may be.</summary>
    public static object?[] Begin(ScriptContext context, ScriptProgram first, ScriptGlobals globals, int entries)
    {
        var slots = new object?[entries + 2];
        slots[0] = globals;
        if (first.Prelude.Count > 0)
            Enter(context.Load(first.Prelude, default), PreludeClass)(slots).GetAwaiter().GetResult();

        return slots;
    }

    /// <summary>Starts what was entered into a REPL.</summary>
    public static Task<object?> Enter(ScriptContext context, ScriptProgram entered, object?[] slots) =>
        Enter(context.Load(entered.Assembly, entered.Symbols), ScriptClass)(slots);

    private static Func<object?[], Task<object?>> Enter(Assembly assembly, string className)
    {
        // Not by its name: parsing type names is a thing that the runtime compiles anew at each start.
        foreach (var type in assembly.GetTypes())
        {
            if (type.Name == className)
            {
                return type
                    .GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                    .CreateDelegate<Func<object?[], Task<object?>>>();
            }
        }

        throw new BadImageFormatException($"{assembly.FullName} has no class {className}.");
    }
}
