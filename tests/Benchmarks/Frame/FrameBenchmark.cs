using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Frame;

/// <summary>What a frame costs: processor, bytes out, bytes allocated, against the same cells encoded naively in the same round; and streaming.</summary>
internal sealed class FrameBenchmark : Benchmark
{
    private static readonly (int Width, int Height)[] Sizes = [(160, 45), (300, 80)];

    public override string Name => "frame";

    public override string Description => "Draws and encodes frames, whole and in part, and streams 5,000 events a second.";

    public override async Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        var machine = Machine.Here();
        List<FrameFigures> frames = [];
        List<StreamFigures> streams = [];
        foreach (var (width, height) in Sizes)
        {
            frames.Add(FrameFigures.Measure(FrameKind.Whole, width, height, rounds, subject => subject.Redraw()));
            frames.Add(FrameFigures.Measure(FrameKind.Row, width, height, rounds, subject => subject.ChangeRow()));
            frames.Add(FrameFigures.Measure(FrameKind.Character, width, height, rounds, subject => subject.Type()));
        }

        foreach (var (width, height) in Sizes)
            streams.Add(await StreamFigures.MeasureAsync(width, height, cancel));

        var first = FirstFrame.Measure(Math.Max(FewestRounds, rounds));
        machine = machine.AtEnd();
        var targets = FrameTarget.Of(frames, streams);
        Report.Print(machine, $"{rounds} of {FrameFigures.FramesARound} frames each, after one to warm up");
        Report.Print(["frame", "size", "CPU µs", "naive µs", "CPU", "bytes out", "naive bytes", "bytes allocated"], frames.Select(Row));
        Report.Print(
            ["streaming", "events", "frames/s", "% of a core", "KB/s out", "bytes allocated a frame", "KB/s allocated with the events"],
            streams.Select(Row));
        CaseTable.Print(first, Figure.Times);
        Report.Print(["target at 160x45", "measured", "limit", "verdict"], targets.Select(Row));
        Report.Write(json, new { Benchmark = Name, Machine = machine, Frames = frames, Streaming = streams, FirstFrame = CaseTable.ToJson(first), Targets = targets });
        return targets.Any(target => target is { MustHold: true, IsMet: false }) ? 1 : 0;
    }

    private static IReadOnlyList<string> Row(FrameFigures figures) =>
    [
        FrameKinds.NameOf(figures.Kind),
        figures.Size,
        Number(figures.Microseconds, "0.0"),
        Number(figures.NaiveMicroseconds, "0.0"),
        Number(figures.Ratio, "0.00 ×"),
        Number(figures.BytesWritten, "0"),
        Number(figures.NaiveBytesWritten, "0"),
        Number(figures.BytesAllocated, "0"),
    ];

    private static IReadOnlyList<string> Row(StreamFigures figures) =>
    [
        figures.Size,
        Number(figures.Events, "0"),
        Number(figures.FramesPerSecond, "0.0"),
        Number(figures.Processor * 100, "0.0"),
        Number(figures.BytesPerSecond / 1024, "0"),
        Number(figures.AllocatedAFrame, "0"),
        Number(figures.AllocatedPerSecond / 1024, "0"),
    ];

    private static IReadOnlyList<string> Row(FrameTarget target) =>
        [target.Name, Number(target.Measured, target.Format), $"≤ {Number(target.Limit, target.Format)}", Figure.Met(target.IsMet)];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
