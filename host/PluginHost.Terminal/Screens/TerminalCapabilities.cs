namespace PluginHost.Terminal;

/// <summary>What a terminal can do, told by the environment at first, and by the terminal where it answers.</summary>
public sealed record TerminalCapabilities
{
    /// <summary>A terminal that can do all of it.</summary>
    public static TerminalCapabilities Full { get; } = new()
    {
        Colors = ColorDepth.TrueColor,
        HasSynchronizedOutput = true,
        HasHyperlinks = true,
        HasSquiggles = true,
        AgreesOnClusters = true,
    };

    /// <summary>What the environment tells of the terminal that the program was started in. The terminal itself is asked later.</summary>
    public static TerminalCapabilities OfEnvironment() => EnvironmentCapabilities.Read(Environment.GetEnvironmentVariable);

    /// <summary>How many colours it shows.</summary>
    public ColorDepth Colors { get; init; } = ColorDepth.Sixteen;

    /// <summary>Whether it shows a frame at once when asked (mode 2026).</summary>
    public bool HasSynchronizedOutput { get; init; }

    /// <summary>Whether text can be a link (OSC 8).</summary>
    public bool HasHyperlinks { get; init; }

    /// <summary>Whether it draws wavy underlines.</summary>
    public bool HasSquiggles { get; init; }

    /// <summary>Whether it gives clusters of several runes the width that we do. Where it does not, the column is set anew after each.</summary>
    public bool AgreesOnClusters { get; init; }

    /// <summary>Whether it stops wrapping when asked. Where it does not, the last cell of the screen stays empty.</summary>
    public bool CanStopWrapping { get; init; } = true;

    /// <summary>Whether it tells keys apart by the kitty protocol, releases too.</summary>
    public bool HasKittyKeys { get; init; }

    /// <summary>What the terminal calls itself, where it says.</summary>
    public string Name { get; init; } = "";
}
