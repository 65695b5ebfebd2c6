using System.Runtime.ExceptionServices;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// One run of a script, from finding its program to unloading it. All of it happens on the run's own thread, except asking it to stop.
/// </summary>
internal sealed class ScriptRun
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<ScriptOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly StopFlag _flag = new();
    private readonly ScriptRequest _request;
    private readonly ScriptPrograms _programs;
    private readonly IScriptWorld _world;
    private readonly IScriptPerson _person;
    private readonly TimeProvider _clock;
    private readonly Stage? _stage;
    private readonly ScriptJournal _journal;
    private readonly RunningScript _script;
    private readonly RunningGlobals _globals;
    private CancellationTokenRegistration _asked;
    private ITimer? _patience;
    private ITimer? _timeout;
    private ScriptPump? _pump;
    private ScriptProgram? _program;
    private bool _isTimeOver;

    public ScriptRun(ScriptRequest request, IScriptPerson person, ScriptPrograms programs, ScriptTools tools, IScriptWorld world)
    {
        _request = request;
        _programs = programs;
        _world = world;
        _person = person;
        _clock = tools.Clock;
        _stage = tools.Rehearsal?.Stage;
        _journal = new ScriptJournal(new JournalStart(request, tools, person, () => ProgramText.Of(_program!)), _stopping.Token);
        _script = new RunningScript(request.Path, _stopping.Token, _journal, tools);
        _globals = new RunningGlobals(_script, _journal, request, person, tools, world);
    }

    /// <summary>Runs the script; the task ends with it, or with our patience.</summary>
    public Task<ScriptOutcome> RunAsync(CancellationToken cancel)
    {
        _asked = cancel.UnsafeRegister(static run => ((ScriptRun)run!).AskToStop(), this);
        ScriptPump.Start($"script {_script.Name}", RunOn, _stage);
        return _outcome.Task;
    }

    private void RunOn(ScriptPump pump)
    {
        try
        {
            _pump = pump;
            var (begun, processor, allocated) = (_clock.GetTimestamp(), ThreadUsage.Processor(), GC.GetAllocatedBytesForCurrentThread());
            var outcome = Close(Run(pump));
            End(outcome with
            {
                Usage = new ScriptUsage
                {
                    Elapsed = _clock.GetElapsedTime(begun),
                    Processor = ThreadUsage.Processor() - processor,
                    Allocated = GC.GetAllocatedBytesForCurrentThread() - allocated,
                },
            });
        }
        catch (Exception exception)
        {
            // A bug of the host's: whoever waits for the run hears of it, and the process lives.
            _outcome.TrySetException(exception);
        }
    }

    private void AskToStop()
    {
        lock (_outcome)
        {
            if (_patience is not null || _outcome.Task.IsCompleted)
                return;

            _patience = After(Grace, () => End(new ScriptStuck { IsWaiting = _pump is { IsWaiting: true }, Timeout = PassedTimeout }));

            // Not on the canceller's thread: the script's own callbacks run in it, and may hang. They come first, and then nothing of it runs on.
            _stopping.CancelAsync().ContinueWith(
                static (_, flag) => ((StopFlag)flag!).Set(), _flag, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private TimeSpan? PassedTimeout => _isTimeOver ? _request.Timeout : null;

    private void TimeIsOver()
    {
        lock (_outcome)
        {
            _isTimeOver = _patience is null;
            AskToStop();
        }
    }

    // A timer must not carry the flow of whoever cancels.
    private ITimer After(TimeSpan time, Action work)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return _clock.CreateTimer(static work => ((Action)work!)(), work, time, Timeout.InfiniteTimeSpan);
    }

    private void End(ScriptOutcome ended)
    {
        var outcome = ended is ScriptCancelled cancelled ? cancelled with { Timeout = PassedTimeout } : ended;
        lock (_outcome)
        {
            if (!_outcome.TrySetResult(outcome))
                return;

            _patience?.Dispose();
            _timeout?.Dispose();
            _asked.Unregister();
            _flag.Set();

            // What the script has left in the token's list of callbacks goes with it, even if a plugin keeps the token. Unless it still runs.
            if (outcome is not ScriptStuck)
                _stopping.Dispose();
        }
    }

    private ScriptOutcome Run(ScriptPump pump)
    {
        var leases = new List<PluginLease>();
        try
        {
            var scope = ScriptScope.Of(_world);
            var search = pump.Wait(_programs.FindAsync(_request.Path, scope, _script.Cancel));
            if (search.Refusal is { } refusal)
                return refusal;

            foreach (var warning in search.Warnings)
                _person.Note(warning.ToString());

            _program = search.Program!;
            foreach (var reference in _program.References)
            {
                if (reference.Plugin.Length > 0)
                    leases.Add(pump.Wait(_world.LeaseAsync(reference.Plugin, AskToStop, _script.Cancel)));
            }

            foreach (var global in _program.Globals)
                _globals.Prepare(global, pump.Wait(_world.CreateGlobalAsync(global, _script, _script.Cancel)));

            _script.Cancel.ThrowIfCancellationRequested();
            _journal.Pump = pump;
            if (_request.Timeout is { } timeout)
                _timeout = After(timeout, TimeIsOver);

            _journal.Begin();
            var value = Execute(pump, _program, scope, leases);
            return EndedOtherwise() ?? new ScriptDone { Value = value };
        }
        catch (ScriptNotStartedException refused)
        {
            return new ScriptNotStarted { Message = refused.Message };
        }
        catch (Exception exception)
        {
            return EndedOtherwise() ?? ScriptFault.Describe(exception, _program, _script.Cancel);
        }
        finally
        {
            foreach (var lease in leases)
                lease.Dispose();
        }
    }

    private ScriptOutcome? EndedOtherwise() =>
        _journal.Change is { } change ? new ScriptChanged { Message = change }
        : _globals.StopReason is { } reason ? new ScriptStopped { Reason = reason }
        : null;

    // A run that cannot say that it has ended has not: the next one would do the rest of it.
    private ScriptOutcome Close(ScriptOutcome outcome)
    {
        try
        {
            _journal.End(outcome);
            return outcome;
        }
        catch (Exception exception)
        {
            return outcome is ScriptDone or ScriptStopped ? ScriptFault.Describe(exception, null, _script.Cancel) : outcome;
        }
    }

    private Value Execute(ScriptPump pump, ScriptProgram program, ScriptScope scope, List<PluginLease> leases)
    {
        var context = new ScriptContext(program.Script.Path, scope.ContractPaths)
        {
            Lost = error => _person.Note($"A task that the script let go of has failed: {ScriptFault.Describe(error, program, CancellationToken.None)}"),

            // As an async void does: on the script's thread, where it fails the run.
            Thrown = error => pump.Post(_ => ExceptionDispatchInfo.Throw(error), null),
        };
        try
        {
            foreach (var lease in leases)
                context.Share(lease.Assembly);

            foreach (var reference in program.References)
            {
                if (reference.Plugin.Length == 0)
                    context.ShareFile(reference.Path);
            }

            foreach (var native in program.Natives)
                context.ShareNative(native);

            return ScriptResult.Of(pump.Wait(ScriptStart.Start(context, program, _globals, _flag)), _script.Cancel);
        }
        finally
        {
            // What it has left running on other threads stops, too.
            _flag.Set();
            context.Unload();
        }
    }
}
