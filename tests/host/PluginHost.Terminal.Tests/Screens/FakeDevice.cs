using System.Text;

namespace PluginHost.Terminal.Tests.Screens;

/// <summary>A terminal by hand: a wait moves the clock instead of taking time.</summary>
internal sealed class FakeDevice(StepClock clock) : ITerminalDevice
{
    private readonly Queue<byte[]> _input = new();

    public (int Width, int Height) Size { get; set; } = (40, 10);

    public bool CanSuspend => true;

    /// <summary>What was done and written, in order.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Whether writing is noted: off where allocation is measured.</summary>
    public bool Writes { get; set; } = true;

    /// <summary>How often it was waited without end.</summary>
    public int Sleeps { get; private set; }

    public int Wakes { get; private set; }

    public bool IsGone { get; set; }

    public void Send(string text) => _input.Enqueue(Encoding.UTF8.GetBytes(text));

    public void EnterRaw() => Log.Add("raw");

    public void LeaveRaw() => Log.Add("cooked");

    public int Read(Span<byte> buffer, TimeSpan? timeout)
    {
        if (IsGone)
            return -1;

        if (_input.TryDequeue(out var bytes))
        {
            bytes.CopyTo(buffer);
            return bytes.Length;
        }

        if (timeout is { } time)
            clock.Advance(time);
        else
            Sleeps++;

        return 0;
    }

    public void Wake() => Wakes++;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (Writes)
            Log.Add(Encoding.UTF8.GetString(bytes));
    }

    public void Suspend() => Log.Add("stopped");

    public void Dispose() => LeaveRaw();
}
