using System.Globalization;
using PluginHost.Engine.Jobs;

namespace PluginHost.Printing;

/// <summary>
/// Shows jobs that take longer than half a second, on the error stream: on a terminal the oldest of them with a bar, in a line that is drawn over;
/// elsewhere a plain line when a job is known to be long, at every tenth and at the end.
/// </summary>
internal sealed class JobLines : IDisposable
{
    private const int BarWidth = 20;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(50);
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly Lock _gate = new();
    private readonly JobBoard _board;
    private readonly ProgressLine _line;
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Dictionary<Job, Watch> _watches = [];
    private ITimer? _tick;
    private long _drawn;
    private bool _isOver;

    public JobLines(JobBoard board, ProgressLine line)
    {
        _board = board;
        _line = line;
        _board.Changed += Note;
    }

    public void Dispose()
    {
        _board.Changed -= Note;
        lock (_gate)
        {
            _isOver = true;
            _tick?.Dispose();
        }

        _line.Show("");
    }

    private void Note(Job job)
    {
        lock (_gate)
        {
            if (_isOver)
                return;

            _tick ??= Clock.CreateTimer(_ => ShowAll(), null, Long, Long);
            if (IsLong(job))
            {
                if (_isTerminal)
                    Draw(isUrgent: job.State != JobState.Running);
                else if (job.State == JobState.Running)
                    WriteProgress(job);
                else
                    _line.Aside(() => Console.Error.WriteLine($"{Visible.OneLine(job.Title)}: {job.State.ToString().ToLowerInvariant()}"));
            }

            if (job.State != JobState.Running)
                _watches.Remove(job);
        }
    }

    // Jobs that say nothing for a while are known to be long all the same.
    private void ShowAll()
    {
        lock (_gate)
        {
            if (_isOver)
                return;

            if (_isTerminal)
                Draw(isUrgent: true);
            else
                _board.Running.Where(IsLong).ToList().ForEach(WriteProgress);
        }
    }

    private bool IsLong(Job job) => Clock.GetElapsedTime(WatchOf(job).Begun) >= Long;

    private Watch WatchOf(Job job)
    {
        if (!_watches.TryGetValue(job, out var watch))
            _watches[job] = watch = new Watch { Begun = Clock.GetTimestamp() };

        return watch;
    }

    private void Draw(bool isUrgent)
    {
        // Work that reports a thousand times a second is not slowed down by it.
        if (!isUrgent && Clock.GetElapsedTime(_drawn) < Frame)
            return;

        _drawn = Clock.GetTimestamp();

        // What goes on by itself hides nothing that somebody waits for.
        var shown = _board.Running.Where(IsLong).OrderBy(job => job.IsResumable).ToList();
        _line.Show(shown.Count switch
        {
            0 => "",
            1 => Describe(shown[0], withBar: true),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Describe(shown[0], withBar: true)} (and {shown.Count - 1} more)"),
        });
    }

    private void WriteProgress(Job job)
    {
        var watch = WatchOf(job);
        var tenth = (int)((job.Done ?? 0) * 10);
        if (watch.Tenth == tenth)
            return;

        watch.Tenth = tenth;
        _line.Aside(() => Console.Error.WriteLine(Describe(job, withBar: false)));
    }

    private static string Describe(Job job, bool withBar)
    {
        var title = Visible.OneLine(job.Title);
        if (job.Done is not { } done)
            return $"{title} …";

        var full = (int)(done * BarWidth);
        var bar = withBar ? $"{new string('█', full)}{new string('░', BarWidth - full)} " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{title} {bar}{(int)(done * 100)} % {Visible.OneLine(job.Text)}").TrimEnd();
    }

    /// <summary>What is remembered of a job while it runs.</summary>
    private sealed class Watch
    {
        public required long Begun { get; init; }

        /// <summary>The tenth that was last told of; -1 before the first.</summary>
        public int Tenth { get; set; } = -1;
    }
}
