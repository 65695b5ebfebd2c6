using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>Jobs that run at once. A person may cancel the one that runs.</summary>
internal sealed class FakeJobs : IJobs
{
    private readonly CancellationTokenSource _stopping = new();
    private CancellationTokenSource? _running;

    /// <summary>What was asked to be repeated.</summary>
    public List<TimeSpan> Repeated { get; } = [];

    /// <summary>The titles of the jobs that were run, in order.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>What the jobs said while they ran, in order; what was said twice in a row, once.</summary>
    public List<string> Reports { get; } = [];

    /// <summary>What was put beside the rest, in order.</summary>
    public List<(string Title, Task Work)> Beside { get; } = [];

    /// <summary>The titles of what was put beside the rest and may be ended without a loss.</summary>
    public List<string> Resumed { get; } = [];

    public void CancelRunning() => _running!.Cancel();

    /// <summary>Ends what runs beside the rest, as unloading does.</summary>
    public void Stop() => _stopping.Cancel();

    public async Task<T> RunAsync<T>(string title, Func<IJob, Task<T>> work, CancellationToken cancel)
    {
        Titles.Add(title);
        using var running = _running = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        return await work(new Job(this, running.Token));
    }

    public async Task RunAsync(string title, Func<IJob, Task> work, CancellationToken cancel)
    {
        Titles.Add(title);
        using var running = _running = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await work(new Job(this, running.Token));
    }

    public IDisposable Every(TimeSpan interval, Func<CancellationToken, Task> work)
    {
        Repeated.Add(interval);
        return new MemoryStream();
    }

    public void Background(string title, Func<CancellationToken, Task> work) => Beside.Add((title, work(_stopping.Token)));

    public void Resumable(string title, Func<CancellationToken, Task> work)
    {
        Resumed.Add(title);
        Background(title, work);
    }

    private sealed class Job(FakeJobs jobs, CancellationToken cancel) : IJob
    {
        public CancellationToken Cancel => cancel;

        public void Report(double done, string text)
        {
            if (jobs.Reports.LastOrDefault() != text)
                jobs.Reports.Add(text);
        }

        public IEnumerable<T> Track<T>(IReadOnlyCollection<T> items) => items;
    }
}
