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
    /// <param name="context">Where it is loaded.</param>
    /// <param name="program">The script.</param>
    /// <param name="globals">What it sees.</param>
    /// <param name="stop">Takes the script's flag, before anything of the script runs.</param>
    public static Task<object?> Start(ScriptContext context, ScriptProgram program, ScriptGlobals globals, StopFlag stop)
    {
        // Slot 0 belongs to the globals; each submission finds its predecessors in, and writes itself into, the slots behind it.
        if (program.Prelude.Count == 0)
            return Enter(context.Load(program.Assembly, program.Symbols), ScriptClass, stop)([globals, null]);

        // The prelude declares properties and does nothing: it is done at once.
        object?[] slots = [globals, null, null];
        Enter(context.Load(program.Prelude, default), PreludeClass, null)(slots).GetAwaiter().GetResult();
        return Enter(context.Load(program.Assembly, program.Symbols), ScriptClass, stop)(slots);
    }

    /// <summary>Makes the slots of a REPL: for the globals, the prelude, and as many entries as there may be.</summary>
    public static object?[] Begin(ScriptContext context, ScriptProgram first, ScriptGlobals globals, int entries)
    {
        var slots = new object?[entries + 2];
        slots[0] = globals;
        if (first.Prelude.Count > 0)
            Enter(context.Load(first.Prelude, default), PreludeClass, null)(slots).GetAwaiter().GetResult();

        return slots;
    }

    /// <summary>Starts what was entered into a REPL.</summary>
    public static Task<object?> Enter(ScriptContext context, ScriptProgram entered, object?[] slots, StopFlag stop) =>
        Enter(context.Load(entered.Assembly, entered.Symbols), ScriptClass, stop)(slots);

    private static Func<object?[], Task<object?>> Enter(Assembly assembly, string className, StopFlag? stop)
    {
        Func<object?[], Task<object?>>? factory = null;

        // Not by its name: parsing type names is a thing that the runtime compiles anew at each start.
        foreach (var type in assembly.GetTypes())
        {
            if (type.Name == className)
            {
                factory = type
                    .GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                    .CreateDelegate<Func<object?[], Task<object?>>>();
            }
            else if (type.Name == ScriptGuard.ClassName)
            {
                stop?.Take(type.GetMethod(ScriptGuard.StopName, BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Action>());
            }
        }

        return factory ?? throw new BadImageFormatException($"{assembly.FullName} has no class {className}.");
    }
}
