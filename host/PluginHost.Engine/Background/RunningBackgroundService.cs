using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Background;

/// <summary>
/// Runs one service, and starts it again when it ends or throws, after a pause that doubles. A plugin whose activation failed is loaded anew for
/// the next attempt: what was in its way, such as a database that is not up yet, may be gone by then.
/// </summary>
internal sealed class RunningBackgroundService(
    KnownBackgroundService known, PluginRuntime plugins, Func<string, KnownBackgroundService?> find, TimeProvider clock, Action<BackgroundChange> tell)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private TimeSpan _pause = Shortest;
    private readonly Lock _gate = new();
    private KnownBackgroundService _known = known;
    private CancellationTokenSource? _pausing;
    private volatile bool _isUnderWay;
    private volatile bool _isOver;

    /// <summary>Whether it runs no more: it was told to stop, or its plugin has it no more.</summary>
    public bool IsOver => _isOver;

    /// <summary>Runs it until it is cancelled, or its plugin has it no more.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        // Found anew for each attempt: its plugin may have been swapped.
        while (!cancel.IsCancellationRequested && find(_known.Service.Id) is { } current)
        {
            _known = current;
            var begun = clock.GetTimestamp();
            var change = await AttemptAsync(cancel);
            _isUnderWay = false;
            if (cancel.IsCancellationRequested || find(_known.Service.Id) is null)
                break;

            // What ran well for long begins with the shortest pause again.
            _pause = clock.GetElapsedTime(begun) > Longest ? Shortest : _pause;
            tell(change with { Pause = _pause });
            if (!await WaitAsync(cancel))
                break;
        }

        _isOver = true;
        tell(Change(BackgroundState.Stopped));
    }

    /// <summary>Ends the pause before its next attempt, where it is in one.</summary>
    public void Wake()
    {
        lock (_gate)
            _ = _pausing?.CancelAsync();
    }

    /// <summary>Says so where the service is still at work.</summary>
    public void LeaveBehind()
    {
        if (_isUnderWay)
            tell(Change(BackgroundState.LeftBehind));
    }

    private async Task<BackgroundChange> AttemptAsync(CancellationToken cancel)
    {
        try
        {
            var guest = await ActivateAsync(cancel);
            _isUnderWay = true;
            tell(Change(BackgroundState.Started));
            var call = plugins.Fence.EnterAsync(
                guest, _known.Service.Id, Timeout.InfiniteTimeSpan, token => Handler.CallAsync(guest, _known.Service.Method, [], token), cancel);

            // One that does not obey when its plugin leaves is left behind with it: the new plugin's is not to wait for it.
            if (await Task.WhenAny(call, GivenUpAsync(guest, cancel)) != call)
            {
                tell(Change(BackgroundState.LeftBehind) with { Reason = "did not stop when its plugin left" });
                return Change(BackgroundState.Ended);
            }

            await call;
            return Change(BackgroundState.Ended);
        }
        catch (PluginHostException error)
        {
            return Change(BackgroundState.Failed) with { Reason = error.Message };
        }
        catch (OperationCanceledException)
        {
            // Told to stop, or its plugin was unloaded.
            return Change(BackgroundState.Ended);
        }
    }

    // Ends some time after the guest was told to stop, and never where the whole service is told so: its end is waited for elsewhere.
    private async Task GivenUpAsync(Guest guest, CancellationToken cancel)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (guest.Stopping.UnsafeRegister(_ => stopping.TrySetResult(), null))
            await stopping.Task;

        await Task.Delay(cancel.IsCancellationRequested ? Timeout.InfiniteTimeSpan : Unloading.Patience * 2, clock, CancellationToken.None);
    }

    private async Task<Guest> ActivateAsync(CancellationToken cancel)
    {
        try
        {
            return await plugins.ActivateAsync(_known.Plugin.Id, $"the background service {_known.Service.Id}", cancel);
        }
        catch (PluginHostException)
        {
            await plugins.UnloadAsync(_known.Plugin.Id, cancel);
            throw;
        }
    }

    // Whether there is to be another attempt.
    private async Task<bool> WaitAsync(CancellationToken cancel)
    {
        using var pausing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        lock (_gate)
            _pausing = pausing;

        try
        {
            await Task.Delay(_pause, clock, pausing.Token);
            _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
            return true;
        }
        catch (OperationCanceledException)
        {
            _pause = Shortest;
            return !cancel.IsCancellationRequested;
        }
        finally
        {
            lock (_gate)
                _pausing = null;
        }
    }

    private BackgroundChange Change(BackgroundState state) => new() { At = clock.GetUtcNow(), Known = _known, State = state };
}
