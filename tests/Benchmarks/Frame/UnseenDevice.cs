using PluginHost.Terminal;

namespace PluginHost.Benchmarks.Frame;

/// <summary>A terminal that nobody sees: it waits as one does, and takes every byte at once.</summary>
internal sealed class UnseenDevice(int width, int height) : ITerminalDevice
{
    private readonly AutoResetEvent _woken = new(false);

    public (int Width, int Height) Size => (width, height);

    public bool CanSuspend => false;

    public void EnterRaw()
    {
    }

    public void LeaveRaw()
    {
    }

    public int Read(Span<byte> buffer, TimeSpan? timeout)
    {
        // Rounded up, as a terminal's wait is: one that ends too early is followed by others of no time at all.
        _woken.WaitOne(timeout is { } time ? (int)Math.Ceiling(time.TotalMilliseconds) : Timeout.Infinite);
        return 0;
    }

    public void Wake() => _woken.Set();

    public void Write(ReadOnlySpan<byte> bytes)
    {
    }

    public void Suspend()
    {
    }

    public void Dispose() => _woken.Dispose();
}
