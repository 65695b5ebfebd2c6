namespace PluginHost.Benchmarks.Frame;

/// <summary>How far a stream was at a moment.</summary>
/// <param name="Frames">The frames drawn.</param>
/// <param name="Allocated">The bytes that the thread which draws had allocated when it drew the last.</param>
/// <param name="LastShown">The number of the newest event in it.</param>
internal sealed record StreamMark(long Frames, long Allocated, long LastShown);
