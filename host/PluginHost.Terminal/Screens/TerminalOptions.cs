namespace PluginHost.Terminal;

/// <summary>How a terminal is used.</summary>
public sealed record TerminalOptions
{
    /// <summary>Whether the mouse is listened to. The terminal's own selecting then asks for shift.</summary>
    public bool UseMouse { get; init; } = true;

    /// <summary>Whether the mouse is also heard of while it moves without a button.</summary>
    public bool FollowMouse { get; init; }

    /// <summary>The fewest columns that the program can do with.</summary>
    public int FewestColumns { get; init; } = 20;

    /// <summary>The fewest rows that the program can do with.</summary>
    public int FewestRows { get; init; } = 5;

    /// <summary>The most frames a second.</summary>
    public int FramesPerSecond { get; init; } = 60;

    /// <summary>Whether a screen is told that a key came up again, where the terminal tells.</summary>
    public bool TellReleases { get; init; }

    /// <summary>The time that the screen lives by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
