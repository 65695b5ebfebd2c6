namespace PluginHost.Sdk.Testing;

public sealed partial class TestHost
{
    /// <summary>
    /// Moves the clock on. Whatever falls due on the way is fired at its instant, and the plugin has done what it does about it before the clock moves further.
    /// </summary>
    /// <param name="time">How far.</param>
    /// <returns>A task that ends when the plugin rests again.</returns>
    /// <exception cref="UnpreparedException">The plugin asked for something that the test has not prepared.</exception>
    /// <exception cref="WrongUseException">The host goes by the machine's clock.</exception>
    public async Task AdvanceAsync(TimeSpan time)
    {
        if (_options.InEarnest)
            throw new WrongUseException("This host goes by the machine's clock (TestHostOptions.InEarnest), which nobody moves. Wait for what is to happen.");

        var end = Clock.GetUtcNow() + time;
        await RestAsync(wasBusy: false);
        while (Clock.FireNext(end))
            await RestAsync(wasBusy: false);

        Clock.MoveTo(end);
        _unprepared.Throw();
    }

    /// <summary>Waits until the plugin rests: all its calls wait for the clock, a person or the outside. For work that it began beside the call that the test awaited.</summary>
    /// <returns>A task that ends then.</returns>
    /// <exception cref="UnpreparedException">The plugin asked for something that the test has not prepared.</exception>
    public async Task SettleAsync()
    {
        await RestAsync(wasBusy: true);
        _unprepared.Throw();
    }

    /// <summary>Runs the plugin's background services, as <c>pluginhost serve</c> does, until the host is disposed.</summary>
    /// <returns>A task that ends when they have begun and wait.</returns>
    public async Task ServeAsync()
    {
        var (all, begun) = (_engine.Background.All.Count(), 0);
        var haveBegun = new TaskCompletionSource<Value>(TaskCreationOptions.RunContinuationsAsynchronously);
        _engine.Background.Changed += _ =>
        {
            if (Interlocked.Increment(ref begun) == all)
                haveBegun.TrySetResult(all);
        };
        _serving = Task.Run(() => _engine.Background.RunAsync(_end.Token));
        if (all > 0)
            await PatientlyAsync("Beginning to serve", () => haveBegun.Task);

        await SettleAsync();
    }

    private async Task RestAsync(bool wasBusy)
    {
        if (!await _settling.WaitAsync(_options.Patience, wasBusy))
            throw new PluginHostException($"{Plugin} has not come to rest within {_options.Patience.TotalSeconds:0.#} s: look for a loop that does not wait.");
    }

    // Where it fails, the call itself tells, in the words of the program.
    private async Task TryActivateAsync()
    {
        try
        {
            await _engine.ActivateAsync(Plugin, CancellationToken.None);
        }
        catch (PluginHostException)
        {
        }
    }

    // The clock stands still, and the host waits for what a plugin owes it by this clock: it goes on while the test waits.
    private async Task PassAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            await _settling.WaitAsync(TimeSpan.FromSeconds(1), wasBusy: false);
            if (task.IsCompleted)
                break;

            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None));
            if (!task.IsCompleted)
                Clock.Advance(TimeSpan.FromMilliseconds(25));
        }

        await task;
    }

    private async Task<T> PatientlyAsync<T>(string what, Func<Task<T>> begin)
    {
        var call = _settling.ArriveAsync(TryActivateAsync, begin);
        try
        {
            return await call.WaitAsync(_options.Patience, TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException) when (!call.IsCompleted)
        {
            throw new PluginHostException(
                $"{what} has not come back within {_options.Patience.TotalSeconds:0.#} s. The clock stands still: where it waits for the clock, begin it without awaiting it, and move the clock with AdvanceAsync.");
        }
        finally
        {
            _unprepared.Throw();
        }
    }
}
