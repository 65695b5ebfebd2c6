using System.Globalization;
using PluginHost.Engine.Jobs;

namespace PluginHost.Printing;

/// <summary>
/// Shows jobs that take longer than half a second, on the error stream: one line with a bar that is drawn over on a terminal; elsewhere a plain
/// line when it is known to be long, at every tenth and at the end.
/// </summary>
internal sealed class JobLines : IDisposable
{
    private const int BarWidth = 20;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(500);
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly Lock _gate = new();
    private readonly JobBoard _board;
    private readonly TerminalPerson _person;
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Dictionary<Job, int> _tenths = [];
    private readonly Dictionary<Job, long> _begun = [];
    private ITimer? _tick;
    private bool _drawn;

    public JobLines(JobBoard board, TerminalPerson person)
    {
        _board = board;
        _person = person;
        _board.Changed += Show;
        _person.Writing += Clear;
    }

    public void Dispose()
    {
        _tick?.Dispose();
        _board.Changed -= Show;
        _person.Writing -= Clear;
        Clear();
    }

    private void ShowAll()
    {
        foreach (var job in _board.Running)
            Show(job);
    }

    private void Show(Job job)
    {
        lock (_gate)
        {
            _tick ??= Clock.CreateTimer(_ => ShowAll(), null, Long, Long);
            if (!_begun.TryGetValue(job, out var begun))
                _begun[job] = begun = Clock.GetTimestamp();

            if (job.State != JobState.Running)
                _begun.Remove(job);

            if (Clock.GetElapsedTime(begun) < Long)
                return;

            if (_isTerminal)
                Draw(job);
            else
                WriteLine(job);
        }
    }

    private void Draw(Job job)
    {
        Clear();
        if (job.State != JobState.Running)
            return;

        var text = Describe(job, withBar: true);
        Console.Error.Write(text.Length < Console.BufferWidth ? text : text[..(Console.BufferWidth - 1)]);
        _drawn = true;
    }

    private void WriteLine(Job job)
    {
        if (job.State != JobState.Running)
        {
            _tenths.Remove(job);
            Console.Error.WriteLine($"{job.Title}: {job.State.ToString().ToLowerInvariant()}");
            return;
        }

        var tenth = (int)((job.Done ?? 0) * 10);
        if (_tenths.TryGetValue(job, out var last) && last == tenth)
            return;

        _tenths[job] = tenth;
        Console.Error.WriteLine(Describe(job, withBar: false));
    }

    private void Clear()
    {
        lock (_gate)
        {
            if (_drawn)
                Console.Error.Write("\r\e[K");

            _drawn = false;
        }
    }

    private static string Describe(Job job, bool withBar)
    {
        if (job.Done is not { } done)
            return $"{job.Title} …";

        var full = (int)(done * BarWidth);
        var bar = withBar ? $"{new string('█', full)}{new string('░', BarWidth - full)} " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{job.Title} {bar}{done:0 %} {job.Text}").TrimEnd();
    }
}
