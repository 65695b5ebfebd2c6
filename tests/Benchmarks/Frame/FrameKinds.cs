namespace PluginHost.Benchmarks.Frame;

/// <summary>What the kinds of frames are called.</summary>
internal static class FrameKinds
{
    public static string NameOf(FrameKind kind) => kind switch
    {
        FrameKind.Whole => "full redraw",
        FrameKind.Row => "one changed row",
        _ => "one typed character",
    };
}
