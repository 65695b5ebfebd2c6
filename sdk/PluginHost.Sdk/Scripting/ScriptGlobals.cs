using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PluginHost.Sdk;

/// <summary>What every script sees without asking. Plugins add more with <see cref="ScriptGlobalAttribute"/>.</summary>
/// <remarks>A script runs on one thread of its own; cancellation is ambient, culture is invariant unless asked for.</remarks>
public abstract class ScriptGlobals
{
    /// <summary>Questions to the person who runs the script: <c>await Ask.ForText("Which flavour?")</c>. What was answered is not asked again when the run is resumed.</summary>
    public abstract IScriptAsk Ask { get; }

    /// <summary>What stood behind the script's name on the command line, from <c>Args[0]</c> on; none where nothing did.</summary>
    public abstract IReadOnlyList<string> Args { get; }

    /// <summary>Cancelled when the script is to stop. What the host offers obeys it without being told; what else waits is given it: <c>client.GetStringAsync(address, Cancel)</c>.</summary>
    public abstract CancellationToken Cancel { get; }

    /// <summary>Reads and writes CSV files: <c>Csv.Read("flavours.csv")</c>, <c>await Csv.Write("winners.csv", rows)</c>.</summary>
    public abstract IScriptCsv Csv { get; }

    /// <summary>Chance that comes out the same when the run is resumed: <c>Random.Pick(greetings)</c>, <c>Random.Shuffle(entries)</c>.</summary>
    public abstract IScriptRandom Random { get; }

    /// <summary>Reads YAML files: <c>Yaml.Read("menu.yaml")["flavours"]</c>.</summary>
    public abstract IScriptYaml Yaml { get; }

    /// <summary>What the script expects of itself: <c>Expect.Posts("@slocombe", 1);</c>. <c>pluginhost test</c> says whether it came so.</summary>
    public abstract IExpect Expect { get; }

    /// <summary>Today, in the workspace's time zone: <c>Today.At("18:00")</c>. In a run that is resumed, as it was when it was first read.</summary>
    public abstract Day Today { get; }

    /// <summary>Now, in the workspace's time zone. In a run that is resumed, as it was when it was first read.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Says a line to the person who runs the script: <c>Say($"{count} came.")</c>. A run that is resumed says it again.</summary>
    /// <param name="text">The line. Null: an empty one.</param>
    public abstract void Say(string text);

    /// <summary>Shows a value to the person who runs the script: a table as a table.</summary>
    /// <param name="value">The value. Null: an empty line.</param>
    public abstract void Say(Value value);

    /// <summary>Tells the person something that should not be missed: a toast in the workbench, a line on the error stream of <c>run</c>. A run that is resumed tells it again.</summary>
    /// <param name="text">What there is to tell.</param>
    public abstract void Notify(string text);

    /// <summary>Tells the person something that should not be missed, and how grave it is: <c>Notify("Two posts wait for an answer.", Severity.Warning)</c>.</summary>
    /// <param name="text">What there is to tell.</param>
    /// <param name="severity">How grave it is. The script goes on in any case.</param>
    public abstract void Notify(string text, Severity severity);

    /// <summary>Tells how far the script is: <c>Progress(3, 12, "answering")</c>. The progress line of <c>run</c> and the job in the workbench show it.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="of">How much there is to do, in the same unit; above 0.</param>
    /// <param name="text">What is being done now; empty leaves it as it was.</param>
    /// <exception cref="WrongUseException">There is nothing to do: <paramref name="of"/> is not above 0.</exception>
    public abstract void Progress(double done, double of, string text);

    /// <summary>Goes through items and tells with each how far the script is: <c>foreach (var row in Progress(rows))</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The same items, in order.</returns>
    public abstract IEnumerable<T> Progress<T>(IReadOnlyCollection<T> items);

    /// <summary>Runs a command of a plugin that is told nothing: <c>await Run("posting.outbox")</c>. What it needs all the same is asked for.</summary>
    /// <param name="command">The command's id; <c>pluginhost commands</c> lists them.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The command's result.</returns>
    /// <exception cref="WrongUseException">There is no such command, or nobody has said what it needs.</exception>
    /// <exception cref="PluginHostException">The command refused, in its own words: nothing was done, and a run that is resumed tries it anew.</exception>
    /// <exception cref="PluginFaultedException">The command's plugin has thrown or hung.</exception>
    public abstract Task<Value> Run(string command, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "");

    /// <summary>Runs a command of a plugin: <c>await Run("posting.send", new { profile = "@telco", text = "Hello." })</c>. What it needs beyond that is asked for.</summary>
    /// <remarks>
    /// A command counts as something that is done: its result is kept, and a run that is resumed is given it again. Where the run ended in the middle of a
    /// command, nobody knows whether it was done: a person is asked, and where nobody is there, the run stops until somebody is.
    /// </remarks>
    /// <param name="command">The command's id; <c>pluginhost commands</c> lists them.</param>
    /// <param name="arguments">What it is told: an object whose properties have the parameters' names, or a <see cref="Record"/>.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The command's result.</returns>
    /// <exception cref="WrongUseException">There is no such command, or what it is told is missing, unknown or of the wrong kind.</exception>
    /// <exception cref="PluginHostException">The command refused, in its own words: nothing was done, and a run that is resumed tries it anew.</exception>
    /// <exception cref="PluginFaultedException">The command's plugin has thrown or hung.</exception>
    public abstract Task<Value> Run(string command, object arguments, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "");

    /// <summary>Waits for a time: <c>await Wait(Minutes(30))</c>. A run that is resumed waits only for what is left of it.</summary>
    /// <param name="time">How long.</param>
    /// <returns>A task that ends when the time has passed.</returns>
    public abstract Task Wait(TimeSpan time);

    /// <summary>Waits until an instant; one that has passed is not waited for.</summary>
    /// <param name="until">The instant: <c>Today.At("18:00")</c>.</param>
    /// <returns>A task that ends when it has come.</returns>
    public abstract Task Wait(DateTimeOffset until);

    /// <summary>
    /// The next instant of a schedule, in the one way that times are written: <c>await Wait(At("18:00"))</c>. Where the time of today has passed, it is tomorrow's.
    /// A wall time that the clocks skip is right after the gap; of one that they show twice, the first is meant.
    /// </summary>
    /// <param name="schedule">The schedule: <c>18:00</c>, <c>Mon-Fri 09:00</c>, <c>2026-12-24 12:00 Europe/Oslo</c>. Without a zone, the workspace's is meant.</param>
    /// <returns>The instant, in the schedule's zone. A run that is resumed is given the same.</returns>
    /// <exception cref="WrongUseException">It is no schedule, or all of it lies in the past.</exception>
    public abstract DateTimeOffset At(string schedule);

    /// <summary>Comes back every so often, the first time at once: <c>await foreach (var now in Every(Minutes(10)).Until(Today.At("18:00")))</c>.</summary>
    /// <param name="interval">How often.</param>
    /// <returns>The instants. What is missed while the script does something else, or does not run, is left out.</returns>
    public abstract IAsyncEnumerable<DateTimeOffset> Every(TimeSpan interval);

    /// <summary>A number of seconds: <c>Seconds(30)</c>.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Seconds(double count) => TimeSpan.FromSeconds(count);

    /// <summary>A number of minutes: <c>Minutes(10)</c>.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Minutes(double count) => TimeSpan.FromMinutes(count);

    /// <summary>A number of hours: <c>Hours(2)</c>.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The time.</returns>
    public static TimeSpan Hours(double count) => TimeSpan.FromHours(count);

    /// <summary>Ends the script here, on purpose: <c>Stop("Questions first.")</c>. The run counts as done; the reason is said.</summary>
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
