using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PluginHost.Sdk;

/// <summary>What every script sees without asking. Plugins add more with <see cref="ScriptGlobalAttribute"/>.</summary>
/// <remarks>A script runs on one thread of its own; cancellation is ambient, culture is invariant unless asked for.</remarks>
public abstract class ScriptGlobals
{
    /// <summary>Questions to the person who runs the script.</summary>
    public abstract IScriptAsk Ask { get; }

    /// <summary>What stood behind the script's name on the command line.</summary>
    public abstract IReadOnlyList<string> Args { get; }

    /// <summary>Cancelled when the script is to stop. What the host offers obeys it without being told.</summary>
    public abstract CancellationToken Cancel { get; }

    /// <summary>Reads CSV files.</summary>
    public abstract IScriptCsv Csv { get; }

    /// <summary>Reads YAML files.</summary>
    public abstract IScriptYaml Yaml { get; }

    /// <summary>Today, in the workspace's time zone.</summary>
    public abstract Day Today { get; }

    /// <summary>Now, in the workspace's time zone.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Says a line to the person who runs the script.</summary>
    /// <param name="text">The line.</param>
    public abstract void Say(string text);

    /// <summary>Shows a value to the person who runs the script: a table as a table.</summary>
    /// <param name="value">The value.</param>
    public abstract void Say(Value value);

    /// <summary>Ends the script here, on purpose. The run counts as done; the reason is said.</summary>
    /// <param name="reason">Why.</param>
    [DoesNotReturn]
    public abstract void Stop(string reason);

    /// <summary>Finds a global of a plugin. The prelude that the host puts before a script calls it; scripts use the global by its name.</summary>
    /// <typeparam name="T">The global's type, of a contract assembly.</typeparam>
    /// <param name="name">The global's name.</param>
    /// <returns>The global.</returns>
    /// <exception cref="PluginHostException">The plugin that offers it cannot be used.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract T Global<T>(string name)
        where T : class;
}
