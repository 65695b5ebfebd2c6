using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Jobs;

/// <summary>The jobs under way, for whoever shows them.</summary>
public sealed class JobBoard
{
    private readonly Lock _gate = new();
    private readonly List<Job> _running = [];

    /// <summary>Called when a job begins, reports or ends, on whatever thread it does so.</summary>
    public event Action<Job>? Changed;

    /// <summary>The jobs under way, oldest first.</summary>
    public IReadOnlyList<Job> Running
    {
        get
        {
            lock (_gate)
                return [.. _running];
        }
    }

    /// <summary>Runs work as a job, which whoever looks at the board can watch and cancel.</summary>
    public Task<T> RunAsync<T>(string plugin, string title, Func<Job, Task<T>> work, CancellationToken cancel) =>
        RunAsync(plugin, title, work, isResumable: false, cancel);

    /// <summary>The same; where it is resumable, nobody is asked before it ends with the program.</summary>
    internal async Task<T> RunAsync<T>(string plugin, string title, Func<Job, Task<T>> work, bool isResumable, CancellationToken cancel)
    {
        var job = new Job(plugin, title, isResumable, cancel, Tell);
        lock (_gate)
            _running.Add(job);

        Tell(job);
        var end = JobState.Failed;
        try
        {
            var result = await work(job);
            end = JobState.Done;
            return result;
        }
        catch (OperationCanceledException) when (job.Cancel.IsCancellationRequested)
        {
            end = JobState.Cancelled;
            FenceEntry.Current?.NoteStopped();
            throw;
        }
        finally
        {
            lock (_gate)
                _running.Remove(job);

            job.End(end);
        }
    }

    private void Tell(Job job) => Changed?.Invoke(job);
}
