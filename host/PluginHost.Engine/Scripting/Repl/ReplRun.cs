using System.Runtime.ExceptionServices;
using System.Text;
using System.Threading.Channels;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// A REPL from one reset to the next: a thread, a context and the chain of what was entered. All of it goes with it: nothing that was declared outlives it.
/// </summary>
internal sealed class ReplRun
{
    private readonly Channel<ReplEntry> _entries = Channel.CreateUnbounded<ReplEntry>();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ScriptFile> _files = [];
    private readonly List<PluginLease> _leases = [];
    private readonly List<StopFlag> _flags = [];
    private readonly string _folder;
    private readonly IScriptPerson _person;
    private readonly ScriptPrograms _programs;
    private readonly IScriptWorld _world;
    private readonly Func<string?> _whyNot;
    private readonly ScriptScope _scope;
    private readonly ReplChain _chain;
    private readonly ScriptJournal _journal;
    private readonly ReplScript _script;
    private readonly RunningGlobals _globals;
    private object?[] _slots = [];
    private int _number;

    public ReplRun(string folder, IScriptPerson person, ScriptPrograms programs, ScriptTools tools, IScriptWorld world, string prefix)
    {
        _folder = folder;
        _person = person;
        _programs = programs;
        _world = world;
        _whyNot = tools.WhyNot;
        _scope = ScriptScope.Of(world);
        _chain = new ReplChain(prefix);
        var request = new ScriptRequest { Path = Path.Combine(folder, Repl.Name) };
        var forgetful = tools with { Journal = () => new ReplJournals(tools.Random, tools.Clock) };
        _journal = new ScriptJournal(new JournalStart(request, forgetful, person, () => ""), _ending.Token);
        _script = new ReplScript(_journal, tools) { Cancel = _ending.Token };
        _globals = new RunningGlobals(_script, _journal, request, person, tools, world);
        ScriptPump.Start(Repl.Name, RunOn, stage: null);
    }

    /// <summary>How many entries were run.</summary>
    public int Count => _chain.Count;

    /// <summary>Whether it takes nothing any more: it was ended, or a plugin that it uses is being unloaded.</summary>
    public bool IsOver => _ending.IsCancellationRequested;

    /// <summary>Ended with the thread.</summary>
    public Task Over => _over.Task;

    public async Task<ScriptOutcome> EnterAsync(string text, TimeSpan grace, TimeProvider clock, CancellationToken cancel)
    {
        using var entry = new ReplEntry(text, cancel, _ending.Token);
        return _entries.Writer.TryWrite(entry) ? await entry.WaitAsync(grace, clock) : new ScriptCancelled();
    }

    public Task<IReadOnlyList<string>> CompleteAsync(string text, CancellationToken cancel) => _programs.CompleteAsync(text, _scope, _chain, cancel);

    /// <summary>Asks it to end. What is under way is cancelled; then nothing of any entry runs on, on whichever thread.</summary>
    public void End()
    {
        _entries.Writer.TryComplete();
        _ending.CancelAsync().ContinueWith(
            static (_, run) => ((ReplRun)run!).StopAll(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void StopAll()
    {
        lock (_flags)
        {
            _flags.ForEach(flag => flag.Set());
            _flags.Clear();
        }
    }

    private void RunOn(ScriptPump pump)
    {
        Exception? fault = null;
        try
        {
            Run(pump);
        }
        catch (Exception error)
        {
            // A bug of the host's: whoever waits for the end hears of it, and the process lives.
            fault = error;
        }

        foreach (var lease in _leases)
            lease.Dispose();

        if (fault is null)
            _over.TrySetResult();
        else
            _over.TrySetException(fault);
    }

    private void Run(ScriptPump pump)
    {
        _journal.Pump = pump;
        var context = new ScriptContext(Repl.Name, _scope.ContractPaths)
        {
            Thrown = error => pump.Post(_ => ExceptionDispatchInfo.Throw(error), null),
        };
        try
        {
            while (Wait(pump, NextAsync()) is { } entry)
                Answer(pump, context, entry);
        }
        finally
        {
            _journal.End(new ScriptDone { Value = Value.Nothing });
            context.Unload();
        }
    }

    private async Task<ReplEntry?> NextAsync() => await _entries.Reader.WaitToReadAsync() && _entries.Reader.TryRead(out var entry) ? entry : null;

    private void Answer(ScriptPump pump, ScriptContext context, ReplEntry entry)
    {
        ScriptProgram? program = null;
        _script.Cancel = _journal.Cancel = entry.Stopping;
        _globals.GoOn();
        try
        {
            // Before it is compiled: that fetches packages, from where the folder says, and keeps them for the person's other scripts.
            if (NamesOthers(entry.Text) && _whyNot() is { } wary)
            {
                entry.End(new ScriptNotStarted { Message = wary });
                return;
            }

            var file = new ScriptFile(Path.Combine(_folder, FormattableString.Invariant($"#{++_number}")), Encoding.UTF8.GetBytes(entry.Text));
            var search = Wait(pump, _programs.CompileAsync(file, _scope, _chain, entry.Stopping));
            if (search.Refusal is { } refusal)
            {
                entry.End(refusal);
                return;
            }

            if (BringsOthers(search.Program!) && _whyNot() is { } untrusted)
            {
                entry.End(new ScriptNotStarted { Message = untrusted });
                return;
            }

            foreach (var warning in search.Warnings)
                _person.Note(warning.ToString());

            // A function that was entered before may be what throws.
            _files.AddRange(search.Program!.Files);
            program = search.Program with { Files = [.. search.Program.Files, .. _files] };
            Prepare(pump, context, program, entry.Stopping);
            entry.Stopping.ThrowIfCancellationRequested();
            lock (_flags)
                _flags.Add(entry.Flag);

            _chain.Accept();
            var result = Wait(pump, Start(context, program, entry.Flag));
            entry.End(_globals.StopReason is { } reason ? new ScriptStopped { Reason = reason } : new ScriptDone { Value = ReplValue.Of(result, entry.Stopping) });
        }
        catch (Exception exception)
        {
            entry.End(_globals.StopReason is { } reason ? new ScriptStopped { Reason = reason } : ScriptFault.Describe(exception, program, entry.Stopping));
        }
        finally
        {
            _script.Cancel = _journal.Cancel = _ending.Token;
            _globals.GoOn();
        }
    }

    // What the person enters is the person's. Files are the workspace's, and packages come from where a nuget.config in it says.
    // What brings code of others: files and packages. A plugin's own code is asked for by its plugin.
    private static bool NamesOthers(string text) =>
        text.Split('\n').Select(line => line.TrimStart()).Any(line => line.StartsWith('#') && line[1..].TrimStart() is var directive
            && (directive.StartsWith("load", StringComparison.Ordinal) || directive.StartsWith('r')) && !directive.Contains("\"plugin:", StringComparison.Ordinal));

    private static bool BringsOthers(ScriptProgram program) =>
        program.Files.Count > 1 || program.References.Any(reference => reference.Plugin.Length == 0);

    private void Prepare(ScriptPump pump, ScriptContext context, ScriptProgram program, CancellationToken cancel)
    {
        foreach (var native in program.Natives)
            context.ShareNative(native);

        foreach (var reference in program.References)
        {
            if (reference.Plugin.Length == 0)
            {
                context.ShareFile(reference.Path);
                continue;
            }

            var lease = Wait(pump, _world.LeaseAsync(reference.Plugin, End, cancel));
            _leases.Add(lease);
            context.Share(lease.Assembly);
        }

        // Anew for each entry: a plugin may have been loaded again in between.
        foreach (var global in program.Globals)
            _globals.Prepare(global, Wait(pump, _world.CreateGlobalAsync(global, _script, cancel)));
    }

    private Task<object?> Start(ScriptContext context, ScriptProgram program, StopFlag stop)
    {
        if (_slots.Length == 0)
            _slots = ScriptStart.Begin(context, program, _globals, Repl.Limit);

        return ScriptStart.Enter(context, program, _slots, stop);
    }

    // An async void, or what goes on beside an entry, may throw meanwhile: that is told, and ends nothing.
    private T Wait<T>(ScriptPump pump, Task<T> task)
    {
        while (true)
        {
            try
            {
                return pump.Wait(task);
            }
            catch (Exception beside) when (!task.IsCompleted)
            {
                var program = _files.Count == 0 ? null : new ScriptProgram { Files = _files, References = [], Globals = [], Prelude = default, Assembly = default, Symbols = default };
                _person.Note(ScriptFault.Describe(beside, program, CancellationToken.None).ToString() ?? "");
            }
        }
    }
}
