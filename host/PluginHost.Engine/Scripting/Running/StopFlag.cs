namespace PluginHost.Engine.Scripting;

/// <summary>
/// The flag that a script's checks look at, set from outside. It lies in the script's own assembly: this one knows how to set it, and forgets that with
/// the first time, since what it holds keeps the script in memory.
/// </summary>
internal sealed class StopFlag
{
    private readonly Lock _gate = new();
    private Action? _set;
    private bool _isSet;

    /// <summary>Takes what sets the flag of the script that is about to begin.</summary>
    public void Take(Action set)
    {
        lock (_gate)
            _set = set;

        if (_isSet)
            Set();
    }

    /// <summary>Stops all code of the script, on whichever thread. There is no way back.</summary>
    public void Set()
    {
        Action? set;
        lock (_gate)
        {
            _isSet = true;
            set = _set;
            _set = null;
        }

        set?.Invoke();
    }
}
