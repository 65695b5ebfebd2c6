namespace PluginHost.Terminal;

/// <summary>
/// The toasts of a screen, in its lower right corner, the newest at the bottom. What has had its time goes, but not while the mouse is on it. Where they do not
/// fit, the older ones are counted. All of it happens on the screen's thread.
/// </summary>
public sealed class Toasts : Widget
{
    private const int Widest = 46;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly WidgetScreen _screen;
    private readonly Layer _layer;
    private readonly List<ToastBox> _boxes = [];
    private readonly List<int> _heights = [];
    private ITimer? _timer;
    private int _first;
    private (int Count, RichLine Line) _hidden = (0, RichLine.Empty);

    /// <summary>Makes an empty one.</summary>
    /// <param name="screen">The screen.</param>
    public Toasts(WidgetScreen screen)
    {
        _screen = screen;
        _layer = new Layer(this, Place) { TakesInput = false };
    }

    /// <summary>The rows that stay free under it, where the status bar and the key hints are.</summary>
    public int RowsBelow { get; init; } = 1;

    /// <summary>How many there are, those that are not seen included.</summary>
    public int Count => _boxes.Count;

    /// <summary>How many are not seen, because they do not fit.</summary>
    public int HiddenCount => _first;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _boxes;

    /// <summary>Shows a toast.</summary>
    /// <param name="toast">The toast.</param>
    /// <returns>The same.</returns>
    public Toast Show(Toast toast)
    {
        if (toast.Owner is not null)
            return toast;

        toast.Owner = this;
        _boxes.Add(Adopt(new ToastBox(toast)));
        if (_boxes.Count == 1)
            _screen.Open(_layer);

        Touch(toast);
        return toast;
    }

    /// <summary>Runs what a key means in a toast that is seen: the newest with that letter.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one.</returns>
    public bool TakeShortcut(KeyInput key)
    {
        if (key is not { Key: Key.Character, Modifiers: Modifiers.Alt, Text.Length: 1 })
            return false;

        for (var i = _boxes.Count - 1; i >= _first; i--)
        {
            foreach (var action in _boxes[i].Toast.Actions)
            {
                if (action.Letter != char.ToLowerInvariant(key.Text[0]))
                    continue;

                _boxes[i].Run(action);
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the newest one away.</summary>
    /// <returns>Whether there was one.</returns>
    public bool CloseNewest()
    {
        if (_boxes.Count == 0)
            return false;

        _boxes[^1].Toast.Close();
        return true;
    }

    internal void Close(Toast toast)
    {
        var index = _boxes.FindIndex(box => box.Toast == toast);
        if (index < 0)
            return;

        Release(_boxes[index]);
        _boxes.RemoveAt(index);
        toast.Owner = null;
        if (_boxes.Count == 0)
            _screen.Close(_layer);

        Schedule();
        toast.Closed?.Invoke();
        _screen.Invalidate();
    }

    /// <summary>Gives a toast its time anew: something about it changed.</summary>
    internal void Touch(Toast toast)
    {
        toast.Due = toast is { Time: { } time, Progress: null or 1 } ? After(time) : null;
        Schedule();
        _screen.Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var y = 0;
        if (_first > 0)
        {
            if (_hidden.Count != _first)
                _hidden = (_first, RichLine.Of($" {_first} more ", Roles.Dim));

            canvas.Write(canvas.Area with { Height = 1 }, _hidden.Line, Alignment.End, LayerBox.Look(Theme), Theme);
            y = 1;
        }

        for (var i = _first; i < _boxes.Count; i++)
        {
            _boxes[i].DrawOn(canvas.Inside(new Rect(0, y, canvas.Width, _heights[i])));
            y += _heights[i];
        }
    }

    // From the newest upwards, as many as fit; the rest is one line.
    private Rect Place(Rect screen)
    {
        var (width, most) = (Math.Min(Widest, screen.Width), Math.Max(0, screen.Height - RowsBelow));
        _heights.Clear();
        var height = 0;
        foreach (var box in _boxes)
        {
            _heights.Add(box.Height(width, _screen.Frames.Text));
            height += _heights[^1];
        }

        _first = 0;
        for (; _first < _boxes.Count && height + (_first > 0 ? 1 : 0) > most; _first++)
            height -= _heights[_first];

        height = Math.Min(most, height + (_first > 0 ? 1 : 0));
        return new Rect(screen.Right - width, screen.Y + most - height, width, height);
    }

    private long After(TimeSpan time) =>
        _screen.Frames.Clock.GetTimestamp() + (long)(time.TotalSeconds * _screen.Frames.Clock.TimestampFrequency);

    // One timer for the next that falls due; none while nothing does.
    private void Schedule()
    {
        long? next = null;
        foreach (var box in _boxes)
        {
            if (box.Toast.Due is { } due && (next is null || due < next))
                next = due;
        }

        if (next is null)
        {
            _timer?.Dispose();
            _timer = null;
            return;
        }

        var clock = _screen.Frames.Clock;
        var wait = clock.GetElapsedTime(clock.GetTimestamp(), next.Value);
        _timer ??= clock.CreateTimer(_ => _screen.Frames.Post(Expire), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }

    private void Expire()
    {
        var now = _screen.Frames.Clock.GetTimestamp();
        for (var i = _boxes.Count - 1; i >= 0 && _boxes.Count > 0; i--)
        {
            if (i >= _boxes.Count || _boxes[i].Toast is not { Due: { } due } toast || due > now)
                continue;

            if (i >= _first && _screen.MouseAt is { } mouse && _boxes[i].Area.Contains(mouse.X, mouse.Y))
                toast.Due = After(Grace);
            else
                Close(toast);
        }

        Schedule();
    }
}
