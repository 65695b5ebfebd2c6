using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Drives a replay whenever the script has nothing to do, and notices when it will never have: it waits for something that does not come next, and nothing
/// else has happened for a while.
/// </summary>
internal sealed class JournalWatch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ScriptPump _pump;
    private readonly JournalReplay _replay;
    private readonly TimeProvider _clock;
    private ITimer? _patience;
    private int _idles;

    public JournalWatch(ScriptPump pump, JournalReplay replay, TimeProvider clock)
    {
        _pump = pump;
        _replay = replay;
        _clock = clock;
        pump.Idle = GoOn;
    }

    public void Dispose() => _patience?.Dispose();

    private bool GoOn()
    {
        _patience?.Dispose();
        _patience = null;
        _idles++;
        if (_replay.IsOver)
            _pump.Idle = null;

        if (_replay.GiveNext())
            return true;

        if (!_replay.IsOver)
            Wait(_idles);

        return false;
    }

    private void Wait(int idle)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            _patience = _clock.CreateTimer(_ => _pump.Post(_ => GiveUp(idle), null), null, Patience, Timeout.InfiniteTimeSpan);
    }

    private void GiveUp(int idle)
    {
        // Something has happened in between.
        if (idle != _idles || _replay.IsOver)
            return;

        var awaited = string.Join(", ", _replay.Awaited) is { Length: > 0 } steps ? $"it waits for {steps}" : "it asks for none of it";
        _replay.Fail(new PluginHostException(
            $"The script has taken another way than in the run that it resumes: there, {_replay.Next.Step} came next, and now {awaited}. "
            + "Nothing more was done. --fresh begins anew, and does all of it again."));
    }
}
