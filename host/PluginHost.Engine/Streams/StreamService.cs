using PluginHost.Engine.Output;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>The workspace's streams, as all guests of this process share them: the log, who waits for what, and the readers that run.</summary>
internal sealed class StreamService(WorkspaceStore store, TimeProvider clock, Func<int> naps, IRandom random, OutputLog output)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public StreamLog Log { get; } = new(store);

    /// <summary>The rehearsal that it is part of; null: it is real.</summary>
    public Rehearsal? Rehearsal { get; init; }

    public TimeProvider Clock => clock;

    /// <summary>How often the machine slept so far.</summary>
    public Func<int> Naps => naps;

    public StreamKeeping Keeping { get; init; } = new();

    /// <summary>Told when this process has appended to a log.</summary>
    public StreamSignals Appended { get; } = new(clock);

    /// <summary>Told when this process has given a lease back.</summary>
    public StreamSignals Freed { get; } = new(clock);

    /// <summary>A name for who holds a lease. Nobody ever had it.</summary>
    public string NewOwner() => $"{Environment.MachineName}/{Environment.ProcessId}/{random.NewId():N}";

    public void Note(Severity severity, string text) => output.Write(WorkspaceStore.HostName, severity, text);

    public Task PauseAsync(TimeSpan pause, CancellationToken cancel) => pause > TimeSpan.Zero ? Task.Delay(pause, clock, cancel) : Task.CompletedTask;

    /// <summary>Does something after a while, unless the result is disposed before.</summary>
    public IDisposable After(TimeSpan time, Action action)
    {
        // A timer keeps the flow in which it was made, and with it whatever a guest left there.
        using (ExecutionContext.SuppressFlow())
            return clock.CreateTimer(static action => ((Action)action!)(), action, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs a reader beside everything, in a flow of its own.</summary>
    public void Launch(Func<Task> reader)
    {
        if (Rehearsal is not null)
        {
            Rehearsal.Stage.Post(_ => _ = RunAsync(reader), null);
            return;
        }

        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => RunAsync(reader));
    }

    /// <summary>Waits for readers that were told to end, so that their leases are given back. Not for long.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        Task all;
        lock (_gate)
            all = Task.WhenAll(_running);

        await Freed.WaitAsync(all, patience, CancellationToken.None);
    }

    private async Task RunAsync(Func<Task> reader)
    {
        var ended = new TaskCompletionSource();
        lock (_gate)
            _running.Add(ended.Task);

        try
        {
            await reader();
        }
        finally
        {
            lock (_gate)
                _running.Remove(ended.Task);

            ended.SetResult();
        }
    }
}
