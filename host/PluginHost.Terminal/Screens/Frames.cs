namespace PluginHost.Terminal;

/// <summary>
/// Shows a screen on a terminal. One thread waits for input, posted work and the time of the next frame, and does all of it; while nothing happens, it
/// sleeps. However many changes there are, there are only so many frames a second, and each is one write.
/// </summary>
public sealed partial class Frames : IFrames, IDisposable
{
    private const int MostClusters = 4096;
    private const int MostLinks = 8192;

    private readonly TerminalSession _session;
    private readonly TerminalOptions _options;
    private readonly IScreen _screen;
    private readonly InputDecoder _decoder;
    private readonly FrameEncoder _encoder;
    private readonly GlyphPool _glyphs = new();
    private readonly LinkTable _links = new();
    private readonly Lock _gate = new();
    private readonly Queue<Action> _posted = new();
    private readonly List<InputEvent> _events = [];
    private readonly byte[] _input = new byte[16 * 1024];
    private readonly TimeSpan _pause;
    private CellBuffer _shown;
    private CellBuffer _next;
    private TerminalProbe? _probe;
    private long _probedAt;
    private long? _drawnAt;
    private bool _isDirty = true;
    private bool _isWhole = true;
    private bool _isStopped;

    /// <summary>Makes one.</summary>
    /// <param name="session">The terminal. It is closed with this.</param>
    /// <param name="screen">What it shows.</param>
    public Frames(TerminalSession session, IScreen screen)
        : this(session, screen, EnvironmentCapabilities.Read(Environment.GetEnvironmentVariable))
    {
    }

    internal Frames(TerminalSession session, IScreen screen, TerminalCapabilities capabilities)
    {
        (_session, _options, _screen, Capabilities) = (session, session.Options, screen, capabilities);
        _pause = TimeSpan.FromSeconds(1.0 / Math.Max(1, _options.FramesPerSecond));
        _decoder = new InputDecoder(_options.Clock);
        _encoder = new FrameEncoder(_glyphs, _links, capabilities);
        var (width, height) = session.Size;
        _shown = new CellBuffer(width, height, _glyphs, _links);
        _next = new CellBuffer(width, height, _glyphs, _links) { Lines = _shown.Lines };
    }

    /// <inheritdoc/>
    public TimeProvider Clock => _options.Clock;

    /// <inheritdoc/>
    public TerminalCapabilities Capabilities { get; private set; }

    /// <inheritdoc/>
    public TextOptions Text
    {
        get => _next.Text;
        set
        {
            _shown.Lines = _next.Lines = new TextLines(value);
            Invalidate();
        }
    }

    /// <summary>How many frames were drawn.</summary>
    public long FrameCount { get; private set; }

    /// <summary>How many bytes were sent for them.</summary>
    public long ByteCount { get; private set; }

    /// <summary>Shows the screen on a thread of its own, until it stops, the terminal goes away, or it is cancelled. Then the terminal is given back.</summary>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Ends with it; what the screen threw comes out here.</returns>
    public Task RunAsync(CancellationToken cancel)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(done, cancel)) { Name = "screen", IsBackground = true };
        thread.Start();
        return done.Task;
    }

    /// <inheritdoc/>
    public void Invalidate()
    {
        if (!Interlocked.Exchange(ref _isDirty, true))
            _session.Wake();
    }

    /// <inheritdoc/>
    public void Post(Action work)
    {
        lock (_gate)
            _posted.Enqueue(work);

        _session.Wake();
    }

    /// <inheritdoc/>
    public bool CopyToClipboard(string text)
    {
        if (!Clipboard.Takes(text))
            return false;

        Post(() => _session.Write(Clipboard.Copy(text)));
        return true;
    }

    /// <inheritdoc/>
    public void RunChild(Action child)
    {
        CloseProbe();
        _session.Lend(child);
    }

    /// <inheritdoc/>
    public void Suspend()
    {
        CloseProbe();
        _session.Suspend();
    }

    /// <inheritdoc/>
    public void Stop()
    {
        Volatile.Write(ref _isStopped, true);
        _session.Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _encoder.Dispose();
    }

    private void Run(TaskCompletionSource done, CancellationToken cancel)
    {
        try
        {
            using var onCancel = cancel.UnsafeRegister(frames => ((Frames)frames!).Stop(), this);
            Begin();
            while (Turn())
            {
            }

            CloseProbe();
            _session.Dispose();
            done.SetResult();
        }
        catch (Exception thrown)
        {
            // Whatever the screen threw: first the terminal is given back, then it is told to who started it.
            _session.Dispose();
            done.SetException(thrown);
        }
    }
}
