using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Rehearsing;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// A plugin's own context: what is posted runs one thing at a time, on the pool. An await inside a plugin comes back here, so a plugin needs no
/// locks between awaits. It owns the order, and nothing else: faults go to whoever made it.
/// </summary>
/// <param name="thrown">Told of what nobody catches.</param>
/// <param name="stage">Where it runs in a rehearsal; null: on the pool.</param>
internal sealed class SerialContext(Action<Exception> thrown, Stage? stage = null) : SynchronizationContext, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<Posted> _waiting = new();
    private bool _scheduled;
    private volatile bool _inside;
    private volatile Posted? _running;

    /// <summary>Where it is marked that the guest's code runs, for whoever comes after this process; null: nowhere.</summary>
    public Seat? Seat { get; set; }

    /// <summary>Whether something posted is running at this moment, and has not come to an await or its end.</summary>
    public bool IsInside => _inside;

    /// <summary>What is running at this moment, for comparison with later; null where nothing is.</summary>
    public object? Inside => _running;

    /// <summary>Whether nothing is running and nothing waits: every call inside is at an await.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return !_scheduled;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _waiting.Enqueue(new Posted(this, d, state));
            if (_scheduled)
                return;

            _scheduled = true;
        }

        if (stage is not null)
        {
            stage.Post(static work => ((IThreadPoolWorkItem)work!).Execute(), this);
            return;
        }

        // Unsafe: the queue belongs to the plugin, not to the flow of whoever posted first.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A plugin's context takes posts alone: waiting for it would block the caller.");

    public override SynchronizationContext CreateCopy() => this;

    void IThreadPoolWorkItem.Execute()
    {
        var before = Current;
        var flow = ExecutionContext.Capture()!;
        _inside = true;
        while (TakeNext() is { } next)
            ExecutionContext.Run(flow, static posted => ((Posted)posted!).Context.RunOne((Posted)posted), next);

        SetSynchronizationContext(before);
    }

    // In a flow of its own, so that what it leaves there is not found by the next one.
    private void RunOne(Posted posted)
    {
        SetSynchronizationContext(this);
        _running = posted;
        Seat?.Enter();
        try
        {
            posted.Callback(posted.State);
        }
        catch (Exception error)
        {
            // It has no caller that could catch it: an async void, a posted callback.
            thrown(error);
        }
        finally
        {
            Seat?.Leave();
        }
    }

    private Posted? TakeNext()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var next))
                return next;

            _running = null;

            // Here, and not later: the next one may already be on its way to another thread.
            _inside = false;
            _scheduled = false;
            return null;
        }
    }

    private sealed class Posted(SerialContext context, SendOrPostCallback callback, object? state)
    {
        public SerialContext Context { get; } = context;

        public SendOrPostCallback Callback { get; } = callback;

        public object? State { get; } = state;
    }
}
