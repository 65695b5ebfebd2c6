namespace PluginHost.Benchmarks.Frame;

/// <summary>A limit on what a frame may cost, and what it did.</summary>
internal sealed record FrameTarget
{
    private const string Size = "160x45";

    public required string Name { get; init; }

    public required double Measured { get; init; }

    public required double Limit { get; init; }

    public required string Format { get; init; }

    /// <summary>Whether it is the same on every machine, so that missing it is a failure.</summary>
    public required bool MustHold { get; init; }

    public bool IsMet => Measured <= Limit;

    public static IReadOnlyList<FrameTarget> Of(IReadOnlyList<FrameFigures> frames, IReadOnlyList<StreamFigures> streams)
    {
        var stream = streams.First(figures => figures.Size == Size);
        var typed = Find(frames, FrameKind.Character);
        var row = Find(frames, FrameKind.Row);
        return
        [
            Bytes("bytes allocated by a frame", frames.Where(figures => figures.Size == Size).Max(figures => figures.BytesAllocated), 0),
            Bytes("bytes out for a typed character", typed.BytesWritten, 100),
            Bytes("bytes out for a changed row", row.BytesWritten, 200),
            new()
            {
                Name = "% of a core, streaming 5,000 events/s at 30 frames/s",
                Measured = stream.Processor * 100,
                Limit = 6,
                Format = "0.0",
                MustHold = false,
            },
        ];
    }

    private static FrameFigures Find(IReadOnlyList<FrameFigures> frames, FrameKind kind) =>
        frames.First(figures => figures.Size == Size && figures.Kind == kind);

    private static FrameTarget Bytes(string name, double measured, double limit) =>
        new() { Name = name, Measured = measured, Limit = limit, Format = "0", MustHold = true };
}
