using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>One run of a script, from finding its program to unloading it. All of it happens on the run's own thread, except watching it.</summary>
internal sealed class ScriptRun
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _askedToStop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _thrownAside = new();
    private readonly ScriptRequest _request;
    private readonly ScriptPrograms _programs;
    private readonly IScriptWorld _world;
    private readonly TimeProvider _clock;
    private readonly RunningScript _script;
    private readonly RunningGlobals _globals;
    private ScriptProgram? _program;

    public ScriptRun(ScriptRequest request, IScriptPerson person, ScriptPrograms programs, ScriptTools tools, IScriptWorld world)
    {
        _request = request;
        _programs = programs;
        _world = world;
        _clock = tools.Clock;
        _script = new RunningScript(request.Path, _stopping.Token);
        _globals = new RunningGlobals(_script, request, person, tools, world);
    }

    /// <summary>Runs the script and waits for its end, or for the end of our patience.</summary>
    public async Task<ScriptOutcome> RunAsync(CancellationToken cancel)
    {
        using var asked = cancel.UnsafeRegister(static run => ((ScriptRun)run!).AskToStop(), this);
        var running = ScriptPump.Start($"script {_script.Name}", GoAsync, exception => _thrownAside.TrySetException(exception));
        await Task.WhenAny(running, _askedToStop.Task);
        if (!running.IsCompleted && !await EndsInTimeAsync(running))
            return new ScriptStuck();

        // What the script has left in the token's list of callbacks goes with it, even if a plugin keeps the token.
        _stopping.Dispose();
        return await running;
    }

    private async Task<bool> EndsInTimeAsync(Task running)
    {
        using var waiting = new CancellationTokenSource();
        await Task.WhenAny(running, Task.Delay(Grace, _clock, waiting.Token));
        await waiting.CancelAsync();
        return running.IsCompleted;
    }

    // Not on the thread of whoever cancels: the script's own callbacks run in it, and may hang.
    private void AskToStop()
    {
        _askedToStop.TrySetResult();
        try
        {
            _stopping.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The script has just ended.
        }
    }

    private async Task<ScriptOutcome> GoAsync()
    {
        var leases = new List<PluginLease>();
        try
        {
            var scope = ScriptScope.Of(_world);
            var search = await _programs.FindAsync(_request.Path, scope, _script.Cancel);
            if (search.Refusal is { } refusal)
                return refusal;

            _program = search.Program!;
            foreach (var reference in _program.References)
            {
                if (reference.Plugin.Length > 0)
                    leases.Add(await _world.LeaseAsync(reference.Plugin, AskToStop, _script.Cancel));
            }

            foreach (var global in _program.Globals)
                await _globals.PrepareAsync(global);

            _script.Cancel.ThrowIfCancellationRequested();
            var value = await ExecuteAsync(_program, scope, leases);
            return _globals.StopReason is { } reason ? new ScriptStopped { Reason = reason } : new ScriptDone { Value = value };
        }
        catch (Exception exception)
        {
            return DescribeFault(exception);
        }
        finally
        {
            foreach (var lease in leases)
                lease.Dispose();
        }
    }

    private async Task<Value> ExecuteAsync(ScriptProgram program, ScriptScope scope, List<PluginLease> leases)
    {
        var context = new ScriptContext(program.Script.Path, scope.ContractPaths);
        try
        {
            for (var i = 0; i < leases.Count; i++)
                context.Share(leases[i].Assembly);

            foreach (var reference in program.References)
            {
                if (reference.Plugin.Length == 0)
                    context.ShareFile(reference.Path);
            }

            var script = ScriptStart.RunAsync(context, program, _globals);
            await await Task.WhenAny(_thrownAside.Task, script);
            return ScriptResult.Of(await script, _script.Cancel);
        }
        finally
        {
            context.Unload();
        }
    }

    private ScriptOutcome DescribeFault(Exception exception) => _globals.StopReason is { } reason
        ? new ScriptStopped { Reason = reason }
        : ScriptFault.Describe(exception, _program, _script.Cancel);
}
