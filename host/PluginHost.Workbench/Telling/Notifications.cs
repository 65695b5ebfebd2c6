using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Telling;

/// <summary>
/// What a person is told: a few toasts at a time, and a history that holds the last thousand. Saying the same again makes it newer, not more. What
/// falls out of sight is counted, never lost before its turn.
/// </summary>
internal sealed class Notifications(Later later)
{
    private const int MostToasts = 3;
    private const int Kept = 1_000;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);
    private readonly List<Toast> _toasts = [];
    private readonly Queue<Toast> _history = new();
    private long _last;
    private ITimer? _timer;

    /// <summary>Called when toasts or history have changed.</summary>
    public event Action? Told;

    /// <summary>The toasts in sight, newest last.</summary>
    public IReadOnlyList<Toast> Toasts => _toasts;

    /// <summary>What was said, oldest first.</summary>
    public IReadOnlyCollection<Toast> History => _history;

    /// <summary>How much was said since the history was looked at last.</summary>
    public int Unread { get; private set; }

    public Toast Tell(Severity severity, string text, params IReadOnlyList<ToastAction> actions)
    {
        var at = _toasts.FindIndex(known => known.Text == text && !known.IsProgress);
        var toast = new Toast { Id = at < 0 ? ++_last : _toasts[at].Id, At = later.Clock.GetUtcNow(), Severity = severity, Text = text, Actions = actions };
        if (at >= 0)
            _toasts.RemoveAt(at);
        else
            Remember(toast);

        Show(toast);
        return toast;
    }

    /// <summary>Shows the progress of something, until it is closed.</summary>
    public Toast Begin(string text, double? done, params IReadOnlyList<ToastAction> actions)
    {
        var toast = new Toast
        {
            Id = ++_last,
            At = later.Clock.GetUtcNow(),
            Severity = Severity.Information,
            Text = text,
            IsProgress = true,
            IsKept = true,
            Done = done,
            Actions = actions,
        };
        Show(toast);
        return toast;
    }

    /// <summary>Says how far something is, where its toast is still in sight.</summary>
    public void Report(long id, string text, double? done, params IReadOnlyList<ToastAction> actions)
    {
        var at = _toasts.FindIndex(toast => toast.Id == id);
        if (at < 0)
            return;

        _toasts[at] = _toasts[at] with { Text = text, Done = done, At = later.Clock.GetUtcNow(), Actions = actions.Count > 0 ? actions : _toasts[at].Actions };
        Told?.Invoke();
    }

    public void Close(long id)
    {
        if (_toasts.RemoveAll(toast => toast.Id == id) > 0)
            Told?.Invoke();
    }

    public void MarkRead() => Unread = 0;

    private void Remember(Toast toast)
    {
        if (_history.Count == Kept)
            _history.Dequeue();

        _history.Enqueue(toast);
        Unread++;
    }

    private void Show(Toast toast)
    {
        _toasts.Add(toast);

        // The progress of something gives way last: a person may be waiting for it.
        while (_toasts.Count > MostToasts)
            _toasts.RemoveAt(Math.Max(0, _toasts.FindIndex(known => !known.IsKept)));

        Wake();
        Told?.Invoke();
    }

    // One timer, for the toast that goes next.
    private void Wake()
    {
        _timer?.Dispose();
        _timer = null;
        TimeSpan? next = null;
        foreach (var toast in _toasts)
        {
            if (toast.IsKept)
                continue;

            var left = toast.At + TimeOf(toast) - later.Clock.GetUtcNow();
            next = next is { } known && known < left ? known : left;
        }

        if (next is { } time)
            _timer = later.In(time > TimeSpan.Zero ? time : TimeSpan.Zero, Expire);
    }

    private void Expire()
    {
        var now = later.Clock.GetUtcNow();
        if (_toasts.RemoveAll(toast => !toast.IsKept && toast.At + TimeOf(toast) <= now) > 0)
            Told?.Invoke();

        Wake();
    }

    private static TimeSpan TimeOf(Toast toast) => toast.Severity == Severity.Information && toast.Actions.Count == 0 ? Short : Long;
}
