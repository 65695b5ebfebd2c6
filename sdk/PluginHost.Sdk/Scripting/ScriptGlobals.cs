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

    /// <summary>What the script expects of itself: <c>Expect.Posts("@slocombe", 1);</c>. <c>pluginhost test</c> says whether it came so.</summary>
    public abstract IExpect Expect { get; }

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

    /// <summary>Waits for a time. A run that is resumed waits only for what is left of it.</summary>
    /// <param name="time">How long.</param>
    /// <returns>A task that ends when the time has passed.</returns>
    public abstract Task Wait(TimeSpan time);

    /// <summary>Waits until an instant; one that has passed is not waited for.</summary>
    /// <param name="until">The instant: <c>Today.At("18:00")</c>.</param>
    /// <returns>A task that ends when it has come.</returns>
    public abstract Task Wait(DateTimeOffset until);

    /// <summary>Comes back every so often, the first time at once: <c>await foreach (var now in Every(Minutes(10)).Until(Today.At("18:00")))</c>.</summary>
    /// <param name="interval">How often.</param>
    /// <returns>The instants. What is missed while the script does something else, or does not run, is left out.</returns>
    public abstract IAsyncEnumerable<DateTimeOffset> Every(TimeSpan interval);

    /// <summary>A number of seconds.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Seconds(double count) => TimeSpan.FromSeconds(count);

    /// <summary>A number of minutes.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Minutes(double count) => TimeSpan.FromMinutes(count);

    /// <summary>A number of hours.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Hours(double count) => TimeSpan.FromHours(count);

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
