using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Drives a replay whenever the script has nothing to do, and notices when it stands still: it waits for something that does not come next, and nothing
/// else has happened for a while.
/// </summary>
/// <remarks>
/// Whether it has taken another way, or another part of it waits for something that no journal knows (<c>HttpClient</c>, <c>Task.Delay</c>), nobody can see
/// from here. So it is told soon, with what is awaited, and given up late. A script that waits for nothing of the journal's is never given up.
/// </remarks>
internal sealed class JournalWatch : IDisposable
{
    /// <summary>How long it stands still before that is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long it stands still before it is given up.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly ScriptPump _pump;
    private readonly JournalReplay _replay;
    private readonly JournalStart _start;
    private ITimer? _timer;
    private long _since;
    private bool _isLooking;
    private bool _isTold;
    private int _idles;

    public JournalWatch(ScriptPump pump, JournalReplay replay, JournalStart start)
    {
        _pump = pump;
        _replay = replay;
        _start = start;
        pump.Idle = GoOn;
    }

    private string Awaited => string.Join(", ", _replay.Awaited) is { Length: > 0 } steps ? $"it waits for {steps}" : "it asks for none of it";

    public void Dispose() => _timer?.Dispose();

    private bool GoOn()
    {
        _timer?.Dispose();
        _timer = null;
        _idles++;
        if (_replay.IsOver)
            _pump.Idle = null;

        if (_replay.GiveNext())
            return true;

        // Looking is no work of the script's.
        if (!_isLooking)
            (_since, _isTold) = (_start.Clock.GetTimestamp(), false);

        _isLooking = false;
        if (!_replay.IsOver && _replay.IsAwaited)
            Wait(_idles, (_isTold ? Limit : Patience) - _start.Clock.GetElapsedTime(_since));

        return false;
    }

    private void Wait(int idle, TimeSpan time)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
        {
            _timer = _start.Clock.CreateTimer(
                _ => _pump.Post(_ => Look(idle), null), null, time > TimeSpan.Zero ? time : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Look(int idle)
    {
        // Something has happened in between.
        if (idle != _idles || _replay.IsOver)
            return;

        _isLooking = true;
        if (_isTold)
            GiveUp();
        else
            Tell();
    }

    private void Tell()
    {
        _isTold = true;
        _start.Note(
            $"The resumed run stands still: in the run that it resumes, {_replay.Next.Step} came next, and now {Awaited}. It may wait for something else meanwhile, "
            + $"which is waited for; where nothing happens for {DurationText.Of(Limit)}, it has taken another way, and ends.");
    }

    private void GiveUp() => _replay.Fail(new PluginHostException(
        $"The script has taken another way than in the run that it resumes: there, {_replay.Next.Step} came next, and now {Awaited}, and nothing has happened for "
        + $"{DurationText.Of(Limit)}. Nothing more was done. --fresh begins anew, and does all of it again."));
}
