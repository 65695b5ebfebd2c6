using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Background;

/// <summary>
/// Runs one service, and starts it again when it ends or throws, after a pause that doubles. A plugin whose activation failed is loaded anew for
/// the next attempt: what was in its way, such as a database that is not up yet, may be gone by then.
/// </summary>
internal sealed class RunningBackgroundService(KnownBackgroundService known, PluginRuntime plugins, TimeProvider clock, Action<BackgroundChange> tell)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private TimeSpan _pause = Shortest;
    private volatile bool _isUnderWay;

    /// <summary>Runs it until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var begun = clock.GetTimestamp();
            var change = await AttemptAsync(cancel);
            _isUnderWay = false;
            if (cancel.IsCancellationRequested)
                break;

            // What ran well for long begins with the shortest pause again.
            _pause = clock.GetElapsedTime(begun) > Longest ? Shortest : _pause;
            tell(change with { Pause = _pause });
            if (!await WaitAsync(cancel))
                break;
        }

        tell(Change(BackgroundState.Stopped));
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
            await plugins.Fence.EnterAsync(
                guest, known.Service.Id, Timeout.InfiniteTimeSpan, token => Handler.CallAsync(guest, known.Service.Method, [], token), cancel);
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

    private async Task<Guest> ActivateAsync(CancellationToken cancel)
    {
        try
        {
            return await plugins.ActivateAsync(known.Plugin.Id, cancel);
        }
        catch (PluginHostException)
        {
            await plugins.UnloadAsync(known.Plugin.Id, cancel);
            throw;
        }
    }

    private async Task<bool> WaitAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(_pause, clock, cancel);
            _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private BackgroundChange Change(BackgroundState state) => new() { At = clock.GetUtcNow(), Known = known, State = state };
}
