using PluginHost.Terminal;

namespace PluginHost.Benchmarks.Frame;

/// <summary>What it costs to show 5,000 events a second, thirty times a second: the whole way of a screen but for the terminal itself.</summary>
internal sealed record StreamFigures
{
    private const int EventsASecond = 5_000;
    private const int FramesASecond = 30;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public required string Size { get; init; }

    public required long Events { get; init; }

    public required double FramesPerSecond { get; init; }

    /// <summary>Of the whole process, those who make the events included; 1 is a core.</summary>
    public required double Processor { get; init; }

    public required double BytesPerSecond { get; init; }

    /// <summary>By the thread that draws.</summary>
    public required double AllocatedAFrame { get; init; }

    /// <summary>By the whole process, the events included.</summary>
    public required double AllocatedPerSecond { get; init; }

    /// <summary>Events come by the clock, a batch each tick, from a thread of their own; frames are drawn when they are due.</summary>
    /// <exception cref="BenchmarkException">The last frame does not show the last event.</exception>
    public static async Task<StreamFigures> MeasureAsync(int width, int height, CancellationToken cancel)
    {
        using var device = new UnseenDevice(width, height);
        var session = new TerminalSession(device, new TerminalOptions { FramesPerSecond = FramesASecond });
        var screen = new StreamScreen();
        session.Enter();
        using var frames = new Frames(session, screen, TerminalCapabilities.Full);
        var running = frames.RunAsync(cancel);
        Feed(screen, frames, WarmUp, cancel);
        var (before, events, allocated) = (screen.Mark, screen.Count, GC.GetTotalAllocatedBytes());
        var (begun, processor, bytes) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime, frames.ByteCount);

        Feed(screen, frames, Length, cancel);
        var (elapsed, after) = (TimeProvider.System.GetElapsedTime(begun).TotalSeconds, screen.Mark);
        var figures = new StreamFigures
        {
            Size = $"{width}x{height}",
            Events = screen.Count - events,
            FramesPerSecond = (after.Frames - before.Frames) / elapsed,
            Processor = (Environment.CpuUsage.TotalTime - processor).TotalSeconds / elapsed,
            BytesPerSecond = (frames.ByteCount - bytes) / elapsed,
            AllocatedAFrame = (after.Allocated - before.Allocated) / (double)(after.Frames - before.Frames),
            AllocatedPerSecond = (GC.GetTotalAllocatedBytes() - allocated) / elapsed,
        };

        // What is drawn must be what came: one more frame, and the end.
        frames.Post(frames.Invalidate);
        frames.Post(() => frames.Post(frames.Stop));
        await running;
        return after.LastShown > events + (EventsASecond * Length.TotalSeconds / 2)
            ? figures
            : throw new BenchmarkException($"The last frame at {figures.Size} shows event {after.LastShown} of {screen.Count}: the events were not drawn.");
    }

    // Not by a timer of the pool: its threads look out for more work, which costs several times what drawing does.
    private static void Feed(StreamScreen screen, Frames frames, TimeSpan length, CancellationToken cancel)
    {
        var (clock, first) = (TimeProvider.System, screen.Count);
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < length)
        {
            cancel.WaitHandle.WaitOne(Tick);
            cancel.ThrowIfCancellationRequested();
            var due = first + (long)(Math.Min(clock.GetElapsedTime(begun).TotalSeconds, length.TotalSeconds) * EventsASecond);
            while (screen.Count < due)
                screen.Add();

            frames.Invalidate();
        }
    }
}
