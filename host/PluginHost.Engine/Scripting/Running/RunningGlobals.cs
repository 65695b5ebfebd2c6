using System.Diagnostics.CodeAnalysis;
using PluginHost.Campaigns;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The globals of one run.</summary>
internal sealed class RunningGlobals : ScriptGlobals
{
    private readonly Dictionary<string, object> _prepared = [];
    private readonly IScriptWorld _world;
    private readonly IScript _script;
    private readonly IScriptPerson _person;
    private readonly ScriptJournal _journal;
    private readonly RunningWaits _waits;
    private readonly RunningCommands _commands;
    private readonly TimeProvider _clock;
    private readonly TimeZoneInfo _zone;
    private readonly RehearsalNotes? _notes;

    public RunningGlobals(
        IScript script, ScriptJournal journal, ScriptRequest request, IScriptPerson person, ScriptTools tools, IScriptWorld world)
    {
        _world = world;
        _script = script;
        _person = person;
        _journal = journal;
        _clock = tools.Clock;
        _zone = tools.Zone;
        _notes = tools.Rehearsal?.Notes;
        Args = request.Args;
        Ask = new RunningAsk(this, journal, person.Ask);
        _waits = new RunningWaits(this, journal, tools.Clock);
        _commands = new RunningCommands(this, journal, person, tools);
        Random = new RunningRandom(this, journal, tools.Random, _notes);
        var files = new RunningFiles(this, journal, Path.GetDirectoryName(request.Path)!, tools);
        Csv = files;
        Expect = new RunningExpect(person, _notes);
        Yaml = files;
    }

    public override IScriptAsk Ask { get; }

    public override IReadOnlyList<string> Args { get; }

    public override CancellationToken Cancel => _script.Cancel;

    public override IScriptCsv Csv { get; }

    public override IScriptRandom Random { get; }

    public override IScriptYaml Yaml { get; }

    public override IExpect Expect { get; }

    public override Day Today => new() { Date = DateOnly.FromDateTime(Now.DateTime), Zone = _zone };

    public override DateTimeOffset Now => TimeZoneInfo.ConvertTime(((InstantValue)_journal.Read("now", () => _clock.GetUtcNow())).Instant, _zone);

    /// <summary>Why the script stopped itself; null while it has not. A script that catches everything has stopped all the same.</summary>
    public string? StopReason { get; private set; }

    // A script is not warned of null, so it comes through. Whatever shows it, it is an empty line: a run that has posts behind it is not to end at a line.
    public override void Say(string text)
    {
        ThrowIfOver();
        _person.Say(text ?? "");
    }

    public override void Say(Value value)
    {
        ThrowIfOver();
        if (value is null)
            _person.Say("");
        else
            _person.Say(value);
    }

    public override void Notify(string text) => Notify(text, Severity.Information);

    public override void Notify(string text, Severity severity)
    {
        ThrowIfOver();
        _person.Notify(text ?? "", severity);
    }

    public override void Progress(double done, double of, string text)
    {
        ThrowIfOver();
        if (!(of > 0))
            throw new WrongUseException($"Progress({done}, {of}, …): there is nothing to do. Give how much there is to do, above 0.");

        _person.Progress(Math.Clamp(done / of, 0, 1), text ?? "");
    }

    public override IEnumerable<T> Progress<T>(IReadOnlyCollection<T> items)
    {
        var done = 0;
        foreach (var item in items)
        {
            Progress(done++, items.Count, "");
            yield return item;
        }

        if (done > 0)
            Progress(done, done, "");
    }

    public override Task<Value> Run(string command, int line = 0, string file = "") =>
        _commands.RunAsync(ScriptStep.At($"run {command}", file, line), command, Record.Empty);

    public override Task<Value> Run(string command, object arguments, int line = 0, string file = "") =>
        _commands.RunAsync(ScriptStep.At($"run {command}", file, line), command, NamedValues.Of(command, arguments));

    public override Task Wait(TimeSpan time) => _waits.For(time);

    public override Task Wait(DateTimeOffset until) => _waits.Until(until);

    public override DateTimeOffset At(string schedule)
    {
        ThrowIfOver();
        return ((InstantValue)_journal.Read($"at {schedule}", () => RunningSchedule.Next(schedule, _clock.GetUtcNow(), _zone))).Instant;
    }

    public override IAsyncEnumerable<DateTimeOffset> Every(TimeSpan interval) => interval > TimeSpan.Zero
        ? new RunningInstants(this, interval, null)
        : throw new WrongUseException($"Every({interval}) never lets go. Give it a time that is longer than nothing: Every(Minutes(10)).");

    [DoesNotReturn]
    public override void Stop(string reason)
    {
        StopReason ??= reason;
        throw new ScriptStoppedException(StopReason);
    }

    public override T Global<T>(string name)
    {
        ThrowIfOver();

        // Of what a publisher is asked for, its own door knows what is certain. What any other plugin tells may come out otherwise in earnest.
        if (typeof(T) != typeof(ScriptPublisher) && typeof(T) != typeof(IProfiles))
            _notes?.NoteUncertain();

        if (!_prepared.TryGetValue(name, out var global))
        {
            // Nobody could see it coming: reflection, or this very call in a script. On the pool, since what it awaits would wait for this thread.
            global = Stage.WaitFor(Task.Run(() => _world.CreateGlobalAsync(name, _script, Cancel), Cancel));
            _prepared[name] = global;
        }

        return global as T ?? throw new PluginHostException(
            $"The global \"{name}\" is a {global.GetType().FullName}, and its plugin has announced a {typeof(T).FullName}. Update the plugin.");
    }

    /// <summary>Takes a global that was made before the script starts, so that the script need not wait for it.</summary>
    public void Prepare(string name, object global) => _prepared[name] = global;

    /// <summary>Forgets that the script has stopped: in a REPL, only what was entered then is over.</summary>
    public void GoOn() => StopReason = null;

    /// <summary>Ends a script that goes on although it has stopped itself or was asked to stop.</summary>
    public void ThrowIfOver()
    {
        if (StopReason is { } reason)
            throw new ScriptStoppedException(reason);

        if (_journal.Change is { } change)
            throw new ScriptChangedException(change);

        Cancel.ThrowIfCancellationRequested();
    }
}
