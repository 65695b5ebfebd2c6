using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Frame;

/// <summary>What one kind of frame costs.</summary>
internal sealed record FrameFigures
{
    public const int FramesARound = 500;

    public required FrameKind Kind { get; init; }

    public required string Size { get; init; }

    /// <summary>Processor time of a frame, drawn and encoded.</summary>
    public required double Microseconds { get; init; }

    public required double BytesWritten { get; init; }

    /// <summary>By a frame, in the round that allocated most.</summary>
    public required double BytesAllocated { get; init; }

    /// <summary>The processor time of encoding the same cells naively, not drawing them, in the same round.</summary>
    public required double NaiveMicroseconds { get; init; }

    public required double NaiveBytesWritten { get; init; }

    public double Ratio => Microseconds / NaiveMicroseconds;

    /// <summary>Each round draws and encodes a number of frames, and encodes as many naively.</summary>
    /// <param name="kind">What changes in each frame.</param>
    /// <param name="width">The columns.</param>
    /// <param name="height">The rows.</param>
    /// <param name="rounds">How many rounds count; one more comes first, to warm up.</param>
    /// <param name="frame">Draws and encodes one; gives the bytes out.</param>
    public static FrameFigures Measure(FrameKind kind, int width, int height, int rounds, Func<FrameSubject, int> frame)
    {
        using var subject = new FrameSubject(width, height);
        var (own, naive) = (new List<double>(rounds), new List<double>(rounds));
        long written = 0, naiveWritten = 0, allocated = 0;
        for (var round = 0; round <= rounds; round++)
        {
            (written, naiveWritten) = (0, 0);
            var (begun, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < FramesARound; i++)
                written += frame(subject);

            var (between, after) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < FramesARound; i++)
                naiveWritten += NaiveEncoder.Encode(subject.Shown).Length;

            if (round == 0)
                continue;

            allocated = Math.Max(allocated, after - before);
            own.Add((between - begun).TotalMicroseconds / FramesARound);
            naive.Add((Environment.CpuUsage.TotalTime - between).TotalMicroseconds / FramesARound);
        }

        return new FrameFigures
        {
            Kind = kind,
            Size = $"{width}x{height}",
            Microseconds = Middle.Of(own),
            NaiveMicroseconds = Middle.Of(naive),
            BytesWritten = written / (double)FramesARound,
            NaiveBytesWritten = naiveWritten / (double)FramesARound,
            BytesAllocated = allocated / (double)FramesARound,
        };
    }
}
