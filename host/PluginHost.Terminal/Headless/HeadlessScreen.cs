namespace PluginHost.Terminal;

/// <summary>
/// A screen without a terminal: the same frames, in memory. Keys, mouse and paste are handed in, time is moved by hand, and what it shows is read as text,
/// as styled text or as a picture. Everything happens on the caller's thread; posted work and frames happen when it settles.
/// </summary>
public sealed class HeadlessScreen : IFrames, IDisposable
{
    private readonly IScreen _screen;
    private readonly Lock _gate = new();
    private readonly Queue<Action> _posted = new();
    private bool _isDirty = true;

    /// <summary>Makes one, starts the screen, and draws its first frame.</summary>
    /// <param name="width">The columns.</param>
    /// <param name="height">The rows.</param>
    /// <param name="screen">What it shows.</param>
    public HeadlessScreen(int width, int height, IScreen screen)
    {
        _screen = screen;
        Buffer = new CellBuffer(width, height, new GlyphPool(), new LinkTable());
        screen.Start(this);
        Settle();
    }

    /// <summary>What it shows.</summary>
    public CellBuffer Buffer { get; }

    /// <summary>Its clock. It begins on a Monday in March 2026, at nine.</summary>
    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <inheritdoc/>
    TimeProvider IFrames.Clock => Clock;

    /// <inheritdoc/>
    public TerminalCapabilities Capabilities { get; set; } = TerminalCapabilities.Full;

    /// <inheritdoc/>
    public TextOptions Text
    {
        get => Buffer.Text;
        set
        {
            Buffer.Text = value;
            Invalidate();
        }
    }

    /// <summary>How many frames were drawn.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Whether the screen asked to end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>How often the screen asked to be suspended.</summary>
    public int SuspendCount { get; private set; }

    /// <summary>What was copied last; null before.</summary>
    public string? Clipboard { get; private set; }

    /// <inheritdoc/>
    public void Invalidate() => Volatile.Write(ref _isDirty, true);

    /// <inheritdoc/>
    public void Post(Action work)
    {
        lock (_gate)
            _posted.Enqueue(work);
    }

    /// <inheritdoc/>
    public bool CopyToClipboard(string text)
    {
        if (!Terminal.Clipboard.Takes(text))
            return false;

        Clipboard = text;
        return true;
    }

    /// <inheritdoc/>
    public void RunChild(Action child)
    {
        child();
        Invalidate();
    }

    /// <inheritdoc/>
    public void Suspend()
    {
        SuspendCount++;
        Invalidate();
    }

    /// <inheritdoc/>
    public void Stop() => IsStopped = true;

    /// <summary>Hands in what a terminal would, and settles.</summary>
    /// <param name="input">What comes.</param>
    public void Send(InputEvent input)
    {
        if (input is ResizeInput resize)
            Buffer.Resize(resize.Width, resize.Height);

        _screen.OnInput(input);
        Invalidate();
        Settle();
    }

    /// <summary>Presses a key that has a name, and nothing beside it.</summary>
    /// <param name="key">The key.</param>
    public void Press(Key key) => Press(key, Modifiers.None);

    /// <summary>Presses a key that has a name.</summary>
    /// <param name="key">The key.</param>
    /// <param name="modifiers">What is held down.</param>
    public void Press(Key key, Modifiers modifiers) => Send(new KeyInput(key, "", modifiers));

    /// <summary>Presses the key of a character.</summary>
    /// <param name="character">The character.</param>
    /// <param name="modifiers">What is held down.</param>
    public void Press(char character, Modifiers modifiers) => Send(new KeyInput(Key.Character, character.ToString(), modifiers));

    /// <summary>Types text, rune by rune, as a terminal sends it.</summary>
    /// <param name="text">The text; a line end presses Enter.</param>
    public void Type(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            Send(rune.Value == '\n' ? new KeyInput(Key.Enter, "", Modifiers.None) : new KeyInput(Key.Character, rune.ToString(), Modifiers.None));
    }

    /// <summary>Pastes text.</summary>
    /// <param name="text">The text.</param>
    public void Paste(string text) => Send(new PasteInput(text));

    /// <summary>Presses the left button of the mouse and lets it go.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    public void Click(int x, int y) => Click(x, y, MouseButton.Left);

    /// <summary>Presses a button of the mouse and lets it go.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    /// <param name="button">The button.</param>
    public void Click(int x, int y, MouseButton button)
    {
        Send(new MouseInput(x, y, button, MouseAction.Press, Modifiers.None));
        Send(new MouseInput(x, y, button, MouseAction.Release, Modifiers.None));
    }

    /// <summary>Gives it another size.</summary>
    /// <param name="width">The columns.</param>
    /// <param name="height">The rows.</param>
    public void Resize(int width, int height) => Send(new ResizeInput(width, height));

    /// <summary>Moves the clock on, runs what falls due, and settles.</summary>
    /// <param name="time">By how much.</param>
    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        Settle();
    }

    /// <summary>Runs what was posted, and draws a frame where one was asked for.</summary>
    public void Settle()
    {
        while (TakePosted() is { } work)
        {
            work();
            Invalidate();
        }

        if (!_isDirty)
            return;

        _isDirty = false;
        Buffer.Clear(default);
        _screen.Draw(new Canvas(Buffer));
        FrameCount++;
    }

    /// <summary>What it shows, as text: a line for each row, without the blanks at its end.</summary>
    public string ToText() => Buffer.ToText();

    /// <summary>What it shows, as text with a second part that tells the style of every cell.</summary>
    public string ToStyledText() => Snapshot.Styled(Buffer);

    /// <summary>What it shows, as a picture that a browser opens.</summary>
    public string ToSvg() => Buffer.ToSvg();

    /// <inheritdoc/>
    public void Dispose() => IsStopped = true;

    private Action? TakePosted()
    {
        lock (_gate)
            return _posted.TryDequeue(out var work) ? work : null;
    }
}
