using PluginHost.Sdk;

namespace PluginHost.Engine.Jobs;

/// <summary>A piece of work that a person can watch and cancel.</summary>
public sealed class Job : IJob
{
    private readonly CancellationTokenSource _cancel;
    private readonly Action<Job> _changed;

    internal Job(string plugin, string title, bool isResumable, CancellationToken cancel, Action<Job> changed)
    {
        Plugin = plugin;
        Title = title;
        IsResumable = isResumable;
        _changed = changed;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Cancel = _cancel.Token;
    }

    /// <summary>The id of the plugin whose work it is.</summary>
    public string Plugin { get; }

    /// <summary>What is being done, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>Whether nothing is lost where it ends before its time: it is begun anew, and goes on.</summary>
    public bool IsResumable { get; }

    /// <summary>The part that is done, from 0 to 1; null where the work does not tell.</summary>
    public double? Done { get; private set; }

    /// <summary>What is being done now.</summary>
    public string Text { get; private set; } = "";

    public JobState State { get; private set; } = JobState.Running;

    public CancellationToken Cancel { get; }

    /// <summary>Asks the work to end. Work that has ended already is not asked.</summary>
    public async Task StopAsync()
    {
        try
        {
            await _cancel.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended while the person reached for the key.
        }
    }

    public void Report(double done, string text)
    {
        Done = Math.Clamp(done, 0, 1);
        if (text.Length > 0)
            Text = text;

        _changed(this);
    }

    public IEnumerable<T> Track<T>(IReadOnlyCollection<T> items)
    {
        var count = 0;
        foreach (var item in items)
        {
            Cancel.ThrowIfCancellationRequested();
            yield return item;
            Report((double)++count / items.Count, "");
        }
    }

    internal void End(JobState state)
    {
        State = state;
        _changed(this);
        _cancel.Dispose();
    }
}
