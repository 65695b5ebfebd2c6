using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PluginHost.Terminal;

/// <summary>The terminal on Linux and macOS, by termios and poll.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe class UnixDevice : ITerminalDevice
{
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;
    private static readonly TimeSpan StopTime = TimeSpan.FromMilliseconds(250);

    private readonly byte[] _found = new byte[Unix.SettingsSize];
    private readonly Lock _gate = new();

    // Of the framework: it is closed in a child, which libc's own does not do with one call on every system.
    private readonly AnonymousPipeServerStream _wake = new(PipeDirection.In, HandleInheritability.None);
    private readonly int _wakeRead;
    private readonly int _wakeWrite;
    private bool _isWoken;
    private bool _isRaw;
    private bool _isDisposed;

    public UnixDevice()
    {
        _wakeRead = (int)_wake.SafePipeHandle.DangerousGetHandle();
        _wakeWrite = (int)_wake.ClientSafePipeHandle.DangerousGetHandle();
    }

    // The runtime asks the system, and never the terminal, whose answer tmux gets wrong. 0x0 is what a terminal says that does not know.
    public (int Width, int Height) Size
    {
        get
        {
            try
            {
                var (width, height) = (Console.WindowWidth, Console.WindowHeight);
                return (width > 0 ? width : DefaultWidth, height > 0 ? height : DefaultHeight);
            }
            catch (IOException)
            {
                return (DefaultWidth, DefaultHeight);
            }
        }
    }

    public bool CanSuspend => true;

    public void EnterRaw()
    {
        lock (_gate)
        {
            fixed (byte* found = _found)
            {
                if (!_isRaw && Unix.GetSettings(Unix.Input, found) != 0)
                    throw new TerminalException("Standard input is no terminal. Start the program from a terminal, without redirecting its input.");

                var raw = stackalloc byte[Unix.SettingsSize];
                new ReadOnlySpan<byte>(found, Unix.SettingsSize).CopyTo(new Span<byte>(raw, Unix.SettingsSize));
                Unix.MakeRaw(raw);
                _isRaw = true;
                Set(raw);
            }
        }
    }

    public void LeaveRaw()
    {
        lock (_gate)
        {
            if (!_isRaw)
                return;

            _isRaw = false;
            fixed (byte* found = _found)
                Set(found);
        }
    }

    public int Read(Span<byte> buffer, TimeSpan? timeout)
    {
        var entries = stackalloc Unix.PollEntry[2];
        entries[0] = new Unix.PollEntry { File = Unix.Input, Asked = Unix.Readable };
        entries[1] = new Unix.PollEntry { File = _wakeRead, Asked = Unix.Readable };
        var ready = Unix.Poll(entries, 2, Milliseconds(timeout));
        if (ready <= 0)
            return 0;

        if (entries[1].Answered != 0)
            EmptyPipe();

        if (entries[0].Answered == 0)
            return 0;

        fixed (byte* bytes = buffer)
        {
            var count = Unix.Read(Unix.Input, bytes, (nuint)buffer.Length);
            if (count > 0)
                return (int)count;

            return count < 0 && IsTemporary(Marshal.GetLastPInvokeError()) ? 0 : -1;
        }
    }

    public void Wake()
    {
        // One byte at most is in the pipe: it can never be full.
        if (Interlocked.Exchange(ref _isWoken, true))
            return;

        byte any = 0;
        lock (_gate)
        {
            if (!_isDisposed)
                _ = Unix.Write(_wakeWrite, &any, 1);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var done = 0;
            while (done < bytes.Length)
            {
                var count = Unix.Write(Unix.Output, start + done, (nuint)(bytes.Length - done));
                if (count >= 0)
                    done += (int)count;
                else if (!CanGoOn(Marshal.GetLastPInvokeError()))
                    return;
            }
        }
    }

    /// <summary>
    /// Stops the whole group, as the terminal itself would: a wrapper that started the program stops with it. Where nobody could continue it, the system
    /// ignores the signal, and time goes on.
    /// </summary>
    public void Suspend()
    {
        using var continued = new ManualResetEventSlim();
        using var onContinue = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => continued.Set());
        _ = Unix.Kill(0, Unix.StopSignal);
        continued.Wait(StopTime);
    }

    public void Dispose()
    {
        LeaveRaw();
        lock (_gate)
        {
            if (_isDisposed)
                return;

            _isDisposed = true;
            _wake.DisposeLocalCopyOfClientHandle();
            _wake.Dispose();
        }
    }

    private static int Milliseconds(TimeSpan? timeout) =>
        timeout is { } time ? (int)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 0, int.MaxValue) : -1;

    private static bool IsTemporary(int error) => error == Unix.Interrupted || error == Unix.WouldBlock;

    /// <summary>Whether writing may be tried again: at once where a signal came, and when there is room where there was none.</summary>
    private static bool CanGoOn(int error)
    {
        if (error == Unix.Interrupted)
            return true;

        if (error != Unix.WouldBlock)
            return false;

        var entry = new Unix.PollEntry { File = Unix.Output, Asked = Unix.Writable };
        _ = Unix.Poll(&entry, 1, -1);
        return (entry.Answered & Unix.Hungup) == 0;
    }

    // Not after the output has drained: a terminal that is stopped by Ctrl+S would hold up the way out.
    private static void Set(byte* settings)
    {
        while (Unix.SetSettings(Unix.Input, Unix.Now, settings) != 0 && Marshal.GetLastPInvokeError() == Unix.Interrupted)
        {
        }
    }

    private void EmptyPipe()
    {
        byte any;
        _ = Unix.Read(_wakeRead, &any, 1);
        Volatile.Write(ref _isWoken, false);
    }
}
