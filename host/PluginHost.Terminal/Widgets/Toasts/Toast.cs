namespace PluginHost.Terminal;

/// <summary>Something that happened, told at the edge of the screen. It goes by itself, unless it matters too much or is still under way.</summary>
public sealed class Toast
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(12);

    private string _text = "";
    private double? _progress;

    /// <summary>Makes one.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="title">What happened, in few words.</param>
    public Toast(Severity severity, string title)
    {
        (Severity, Title) = (severity, title);
        Time = severity switch
        {
            Severity.Bad => null,
            Severity.Warning => Long,
            _ => Short,
        };
    }

    /// <summary>How much it matters.</summary>
    public Severity Severity { get; }

    /// <summary>What happened, in few words.</summary>
    public string Title { get; }

    /// <summary>What more there is to say.</summary>
    public string Text
    {
        get => _text;
        set
        {
            if (value == _text)
                return;

            _text = value;
            Wrapped = new WrappedText(value);
            Owner?.Invalidate();
        }
    }

    /// <summary>How much of it is done, from 0 to 1; null where it is not under way. While it is under way it stays.</summary>
    public double? Progress
    {
        get => _progress;
        set
        {
            _progress = value is { } done ? Math.Clamp(done, 0, 1) : null;
            Owner?.Touch(this);
        }
    }

    /// <summary>How long it is seen; null where somebody must close it.</summary>
    /// <value>5 seconds; 12 for a warning; what is bad stays.</value>
    public TimeSpan? Time { get; init; }

    /// <summary>What can be done about it.</summary>
    public IReadOnlyList<ToastAction> Actions { get; init; } = [];

    /// <summary>Called when it is gone, by whatever.</summary>
    public Action? Closed { get; init; }

    internal WrappedText Wrapped { get; private set; } = new("");

    internal Toasts? Owner { get; set; }

    /// <summary>When its time is over, by the clock's stamps; null where it has none.</summary>
    internal long? Due { get; set; }

    /// <summary>Takes it away.</summary>
    public void Close() => Owner?.Close(this);
}
