using System.Globalization;

namespace PluginHost.Benchmarks.Frame;

/// <summary>A log that gets 5,000 lines a second while thirty frames a second are drawn.</summary>
internal sealed record StreamFigures
{
    private const int EventsASecond = 5_000;
    private const int FramesASecond = 30;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public required double FramesPerSecond { get; init; }

    public required double Processor { get; init; }

    public required double BytesPerSecond { get; init; }

    public required double AllocatedPerSecond { get; init; }

    /// <summary>Events come by the clock, a batch each tick; a frame is drawn when one is due. The thread sleeps in between.</summary>
    public static StreamFigures Measure(int width, int height, CancellationToken cancel)
    {
        using var subject = new FrameSubject(width, height);
        var clock = TimeProvider.System;
        var (begun, processor) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var lines = new string[1024];
        long events = 0, frames = 0, bytes = 0;
        for (var time = TimeSpan.Zero; time < Length && !cancel.IsCancellationRequested; time = clock.GetElapsedTime(begun))
        {
            for (var due = (long)(time.TotalSeconds * EventsASecond); events < due; events++)
                lines[events % lines.Length] = $"{events} post by @someone";

            if (time.TotalSeconds * FramesASecond >= frames)
            {
                bytes += subject.Redraw();
                frames++;
            }

            cancel.WaitHandle.WaitOne(Tick);
        }

        var elapsed = clock.GetElapsedTime(begun).TotalSeconds;
        return new StreamFigures
        {
            FramesPerSecond = frames / elapsed,
            Processor = (Environment.CpuUsage.TotalTime - processor).TotalSeconds / elapsed,
            BytesPerSecond = bytes / elapsed,
            AllocatedPerSecond = (GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / elapsed,
        };
    }

    public IReadOnlyList<string> Row() =>
    [
        "160x45",
        FramesPerSecond.ToString("0.0", CultureInfo.InvariantCulture),
        Processor.ToString("0.0 %", CultureInfo.InvariantCulture),
        BytesPerSecond.ToString("0", CultureInfo.InvariantCulture),
        (AllocatedPerSecond / 1024).ToString("0", CultureInfo.InvariantCulture),
    ];
}
