namespace PluginHost.Workbench.Rendering;

/// <summary>What a renderer can show and take in.</summary>
public sealed record Capabilities
{
    /// <summary>Whether there is a pointer.</summary>
    public bool HasMouse { get; init; }

    /// <summary>Whether it can give its place back for a while: <see cref="IRenderer.Suspend"/>.</summary>
    public bool CanSuspend { get; init; }

    /// <summary>How many colours there are.</summary>
    public ColourDepth Colours { get; init; } = ColourDepth.Full;

    /// <summary>Whether signs such as ✓ are to be written in ASCII. <see cref="Signs.ToAscii"/> says how.</summary>
    public bool IsAsciiOnly { get; init; }
}
