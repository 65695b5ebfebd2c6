namespace PluginHost.Terminal;

/// <summary>The signs that widgets draw besides text: one set for terminals with line drawing, one of ASCII.</summary>
public sealed record Glyphs
{
    /// <summary>Lines, arrows and blocks.</summary>
    public static Glyphs Unicode { get; } = new();

    /// <summary>Nothing but ASCII.</summary>
    public static Glyphs Ascii { get; } = new()
    {
        Border = Border.Ascii,
        Opened = '-',
        Closed = '+',
        Ellipsis = "...",
        Good = 'v',
        Waiting = 'o',
        Bad = 'x',
        Thumb = '#',
        Track = '|',
        Bullet = '*',
        On = 'x',
        Choice = 'v',
        Ascending = '^',
        Descending = 'v',
        Cross = 'x',
        Blocks = "_.:-=+*##",
        Bars = " .:-=+*##",
        HasBraille = false,
    };

    /// <summary>The edge of boxes.</summary>
    public Border Border { get; init; } = Border.Rounded;

    /// <summary>Before a node whose children are seen.</summary>
    public char Opened { get; init; } = '▾';

    /// <summary>Before a node whose children are hidden.</summary>
    public char Closed { get; init; } = '▸';

    /// <summary>For what was cut off.</summary>
    public string Ellipsis { get; init; } = "…";

    /// <summary>Out and confirmed.</summary>
    public char Good { get; init; } = '✓';

    /// <summary>Planned or waiting.</summary>
    public char Waiting { get; init; } = '◷';

    /// <summary>Has failed.</summary>
    public char Bad { get; init; } = '✗';

    /// <summary>Warns.</summary>
    public char Warning { get; init; } = '!';

    /// <summary>Nobody can tell.</summary>
    public char Unknown { get; init; } = '?';

    /// <summary>The part of a scroll bar that stands for what is seen.</summary>
    public char Thumb { get; init; } = '█';

    /// <summary>The rest of a scroll bar.</summary>
    public char Track { get; init; } = '│';

    /// <summary>Before an item of a list in running text.</summary>
    public char Bullet { get; init; } = '•';

    /// <summary>In a box that is ticked.</summary>
    public char On { get; init; } = '✓';

    /// <summary>Behind a field with choices.</summary>
    public char Choice { get; init; } = '▾';

    /// <summary>Beside the name of a column that grows downwards.</summary>
    public char Ascending { get; init; } = '▲';

    /// <summary>Beside the name of a column that shrinks downwards.</summary>
    public char Descending { get; init; } = '▼';

    /// <summary>Closes what it stands beside.</summary>
    public char Cross { get; init; } = '×';

    /// <summary>Nine columns, from the lowest to the full one.</summary>
    public string Blocks { get; init; } = "▁▁▂▃▄▅▆▇█";

    /// <summary>Nine bars, from nothing to the full one.</summary>
    public string Bars { get; init; } = " ▏▎▍▌▋▊▉█";

    /// <summary>Whether lines are drawn with Braille, two by four dots in a cell.</summary>
    /// <value><see langword="true"/></value>
    public bool HasBraille { get; init; } = true;
}
