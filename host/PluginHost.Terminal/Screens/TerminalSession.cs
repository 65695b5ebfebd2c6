using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>
/// Holds a terminal: takes it over, and gives it back whatever happens. It is given back when this is disposed of, when the process ends by itself, by a
/// signal or by an exception nobody caught, and for as long as it is suspended or a child has it. What is written after that is dropped.
/// </summary>
public sealed class TerminalSession : IDisposable
{
    private static readonly TimeSpan ReplyTime = TimeSpan.FromMilliseconds(200);

    private readonly ITerminalDevice _device;
    private readonly TerminalOptions _options;
    private readonly Lock _gate = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private bool _isEntered;
    private bool _isClosed;
    private bool _wasResized;
    private bool _wasLeft;
    private bool _isStopAsked;
    private PosixSignalRegistration? _stop;

    internal TerminalSession(ITerminalDevice device, TerminalOptions options)
    {
        (_device, _options) = (device, options);
    }

    /// <summary>Columns and rows.</summary>
    public (int Width, int Height) Size => _device.Size;

    /// <summary>Whether the terminal was given back for good.</summary>
    public bool IsClosed => Volatile.Read(ref _isClosed);

    internal TerminalOptions Options => _options;

    /// <summary>Takes over the terminal that the program was started in.</summary>
    /// <param name="options">How it is used.</param>
    /// <exception cref="TerminalException">There is none, it obeys no sequences, or it is too small. The message says what to do.</exception>
    public static TerminalSession Open(TerminalOptions options)
    {
        TerminalCheck.Environment(Console.IsInputRedirected, Console.IsOutputRedirected, Environment.GetEnvironmentVariable);
        ITerminalDevice device = OperatingSystem.IsWindows() ? new WindowsDevice() : new UnixDevice();
        try
        {
            TerminalCheck.Size(device.Size, options);
            var session = new TerminalSession(device, options);
            session.Listen();
            session.Enter();
            return session;
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        _stop?.Dispose();
        foreach (var signal in _signals)
            signal.Dispose();

        _signals.Clear();
        _device.Dispose();
    }

    /// <summary>Takes the terminal over, as at first or after it was lent.</summary>
    internal void Enter()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;

            _device.EnterRaw();
            _isEntered = true;
            _device.Write(Modes.Enter(_options));
        }
    }

    /// <summary>Gives the terminal back for the time being.</summary>
    internal void Leave()
    {
        lock (_gate)
            Restore();
    }

    internal int Read(Span<byte> buffer, TimeSpan? timeout) => _device.Read(buffer, timeout);

    internal void Wake() => _device.Wake();

    /// <summary>Writes, unless the terminal belongs to somebody else at the moment.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_isEntered)
                _device.Write(bytes);
        }
    }

    /// <summary>Whether the size may have changed since the last call.</summary>
    internal bool TakeResized() => Interlocked.Exchange(ref _wasResized, false);

    /// <summary>Whether somebody else had the terminal since the last call: all of it must be drawn.</summary>
    internal bool TakeLeft() => Interlocked.Exchange(ref _wasLeft, false);

    /// <summary>Stops the process as Ctrl+Z does in a shell, and comes back when it is continued.</summary>
    internal void Suspend()
    {
        if (!_device.CanSuspend)
            return;

        Leave();

        // The signal must stop the process now, and not come back here.
        _stop?.Dispose();
        _device.Suspend();
        ListenToStop();
        Enter();
        Volatile.Write(ref _wasLeft, true);
    }

    /// <summary>Whether somebody sent the signal to stop since the last call: <see cref="Suspend"/> is to follow.</summary>
    internal bool TakeStopAsked() => Interlocked.Exchange(ref _isStopAsked, false);

    /// <summary>Lends the terminal to something else.</summary>
    internal void Lend(Action child)
    {
        Leave();
        try
        {
            child();
        }
        finally
        {
            Enter();
            Volatile.Write(ref _wasLeft, true);
        }
    }

    /// <summary>Reads what is still under way, so that no answer of the terminal ends up in the shell.</summary>
    internal void Drain(Func<ReadOnlySpan<byte>, bool> isDone)
    {
        Span<byte> buffer = stackalloc byte[256];
        var begun = _options.Clock.GetTimestamp();
        while (ReplyTime - _options.Clock.GetElapsedTime(begun) is { } left && left > TimeSpan.Zero)
        {
            var count = _device.Read(buffer, left);
            if (count < 0 || (count > 0 && isDone(buffer[..count])))
                return;
        }
    }

    private void Listen()
    {
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        if (OperatingSystem.IsWindows())
            return;

        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
            _signals.Add(PosixSignalRegistration.Create(signal, OnEnd));

        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, OnResize));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, OnContinue));
        ListenToStop();
    }

    private void ListenToStop()
    {
        if (!OperatingSystem.IsWindows() && _device.CanSuspend)
            _stop = PosixSignalRegistration.Create(PosixSignal.SIGTSTP, OnStop);
    }

    private void OnStop(PosixSignalContext context)
    {
        context.Cancel = true;
        Volatile.Write(ref _isStopAsked, true);
        _device.Wake();
    }

    private void OnExit(object? sender, EventArgs exit) => Close();

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs unhandled) => Close();

    // The program may have plans of its own for the signal; the terminal is not part of them.
    private void OnEnd(PosixSignalContext context)
    {
        Close();
        _device.Wake();
    }

    private void OnResize(PosixSignalContext context)
    {
        Volatile.Write(ref _wasResized, true);
        _device.Wake();
    }

    // After a stop that nobody announced, the shell has set the terminal as it likes it.
    private void OnContinue(PosixSignalContext context)
    {
        // Else the runtime, once the handlers are through, sets the terminal as it found it at its start: under our feet, and with echo.
        context.Cancel = true;
        lock (_gate)
        {
            if (!_isEntered)
                return;

            // What was pushed before is taken off, or leaving would not empty the stack.
            _device.Write("\e[<u"u8);
            Enter();
            Volatile.Write(ref _wasLeft, true);
        }

        _device.Wake();
    }

    private void Close()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;

            Volatile.Write(ref _isClosed, true);
            Restore();
        }
    }

    private void Restore()
    {
        if (!_isEntered)
            return;

        _isEntered = false;
        _device.Write(Modes.Leave(_options));
        _device.LeaveRaw();
    }
}
