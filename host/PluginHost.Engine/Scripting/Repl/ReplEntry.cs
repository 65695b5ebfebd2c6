namespace PluginHost.Engine.Scripting;

/// <summary>Something that was entered, on its way to the REPL's thread and back.</summary>
internal sealed class ReplEntry(string text, CancellationToken cancel, CancellationToken ending) : IDisposable
{
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(ending);
    private readonly TaskCompletionSource<ScriptOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isStuck;

    public string Text { get; } = text;

    /// <summary>Cancelled when it is to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Stops its loops, where the token is not looked at. A loop of an earlier entry has that one's flag, and is left behind with its thread.</summary>
    public StopFlag Flag { get; } = new();

    public Task<ScriptOutcome> Outcome => _outcome.Task;

    public void End(ScriptOutcome outcome) => _outcome.TrySetResult(outcome);

    /// <summary>Waits for its end, or for our patience with one that was asked to stop.</summary>
    public async Task<ScriptOutcome> WaitAsync(TimeSpan grace, TimeProvider clock)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var first = cancel.UnsafeRegister(_ => asked.TrySetResult(), null);
        await using var second = ending.UnsafeRegister(_ => asked.TrySetResult(), null);
        if (await Task.WhenAny(Outcome, asked.Task) == Outcome)
            return await Outcome;

        // Not on the canceller's thread: callbacks of what was entered run in it, and may hang.
        _ = _stopping.CancelAsync().ContinueWith(
            static (_, flag) => ((StopFlag)flag!).Set(), Flag, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using var patience = new CancellationTokenSource(grace, clock);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var third = patience.Token.UnsafeRegister(_ => over.TrySetResult(), null);
        if (await Task.WhenAny(Outcome, over.Task) == Outcome)
            return await Outcome;

        _isStuck = true;
        return new ScriptStuck();
    }

    // What it has left in the token's list of callbacks goes with it. Unless it still runs.
    public void Dispose()
    {
        if (!_isStuck)
            _stopping.Dispose();
    }
}
