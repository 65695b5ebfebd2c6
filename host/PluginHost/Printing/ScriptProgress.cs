using PluginHost.Engine.Jobs;

namespace PluginHost.Printing;

/// <summary>How far a script is, as a job: it begins when the script first tells of it, and ends with the run.</summary>
internal sealed class ScriptProgress(JobBoard jobs, string title) : IDisposable
{
    private readonly TaskCompletionSource<bool> _over = new();
    private Job? _job;

    public void Report(double done, string text)
    {
        if (_job is null)
            _ = jobs.RunAsync("", title, Begin, CancellationToken.None);

        _job!.Report(done, text);
    }

    public void Dispose() => _over.TrySetResult(true);

    private Task<bool> Begin(Job job)
    {
        _job = job;
        return _over.Task;
    }
}
