using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Jobs;

/// <summary>Jobs as one plugin sees them. All of it runs on the plugin's own context, and ends with the plugin.</summary>
internal sealed class GuestJobs(Guest guest, JobBoard board, Fence fence, TimeProvider clock) : IJobs
{
    public Task<T> RunAsync<T>(string title, Func<IJob, Task<T>> work, CancellationToken cancel) => RunAsync(title, work, isResumable: false, cancel);

    public Task RunAsync(string title, Func<IJob, Task> work, CancellationToken cancel) => RunAsync<object?>(
        title,
        async job =>
        {
            await work(job);
            return null;
        },
        cancel);

    public IDisposable Every(TimeSpan interval, Func<CancellationToken, Task> work)
    {
        if (interval <= TimeSpan.Zero)
            throw new WrongUseException($"{guest.Id} wants something repeated every {interval}. Give an interval above zero.");

        var stop = new CancellationTokenSource();
        Launch("repeated work", async cancel =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, stop.Token);
            try
            {
                await RepeatAsync(interval, work, either.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The plugin has ended the repetition itself.
            }
        });
        return guest.Ledger.Add("repeated work", stop.Cancel);
    }

    public void Background(string title, Func<CancellationToken, Task> work) =>
        Launch(title, cancel => RunAsync(title, job => work(job.Cancel), cancel));

    public void Resumable(string title, Func<CancellationToken, Task> work) => Launch(title, cancel => RunAsync<object?>(
        title,
        async job =>
        {
            await work(job.Cancel);
            return null;
        },
        isResumable: true,
        cancel));

    private async Task<T> RunAsync<T>(string title, Func<IJob, Task<T>> work, bool isResumable, CancellationToken cancel)
    {
        // A job takes as long as it takes; the person can cancel it.
        using var unhurried = FenceEntry.Current?.Pause();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, guest.Stopping);
        return await board.RunAsync(guest.Id, title, work, isResumable, either.Token);
    }

    private async Task RepeatAsync(TimeSpan interval, Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(interval, clock, cancel);
            try
            {
                await work(cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                fence.Blame(guest, "repeated work", error);
            }
        }
    }

    private async void Launch(string what, Func<CancellationToken, Task> work)
    {
        // The call that launches it does not wait for it, so its own deadline counts on.
        FenceEntry.Current = null;
        try
        {
            await fence.EnterAsync(guest, what, Timeout.InfiniteTimeSpan, work, CancellationToken.None);
        }
        catch (PluginFaultedException)
        {
            // It is in the fault log.
        }
        catch (PluginHostException outcome)
        {
            // There is nobody else to tell.
            fence.Blame(guest, what, outcome);
        }
        catch (OperationCanceledException)
        {
            // It was told to end.
        }
    }
}
