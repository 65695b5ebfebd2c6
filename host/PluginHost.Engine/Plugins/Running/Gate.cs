namespace PluginHost.Engine.Plugins.Running;

/// <summary>Counts the calls that are inside a guest, and lets no more in once it is closed.</summary>
internal sealed class Gate
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private long _entered;
    private bool _closed;

    /// <summary>Ends when the gate is closed and nobody is inside.</summary>
    public Task Emptied => _empty.Task;

    /// <summary>How many calls are inside.</summary>
    public int Inside
    {
        get
        {
            lock (_gate)
                return _inside;
        }
    }

    /// <summary>How many have ever come in.</summary>
    public long Entered => Interlocked.Read(ref _entered);

    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_closed)
                return false;

            _inside++;
            _entered++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_inside == 0 && _closed)
                _empty.TrySetResult();
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            if (_inside == 0)
                _empty.TrySetResult();
        }
    }
}
