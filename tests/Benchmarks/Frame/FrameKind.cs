namespace PluginHost.Benchmarks.Frame;

/// <summary>How much of a frame is another than before.</summary>
internal enum FrameKind
{
    Whole,
    Row,
    Character,
}
