namespace PluginHost.Terminal;

/// <summary>The six glyphs of each border: across, down, and the corners by rows.</summary>
internal static class BorderGlyphs
{
    public const int Across = 0;
    public const int Down = 1;
    public const int TopLeft = 2;
    public const int TopRight = 3;
    public const int BottomLeft = 4;
    public const int BottomRight = 5;

    public static ReadOnlySpan<char> Of(Border border) => border switch
    {
        Border.Rounded => "─│╭╮╰╯",
        Border.Heavy => "━┃┏┓┗┛",
        Border.Double => "═║╔╗╚╝",
        Border.Ascii => "-|++++",
        _ => "─│┌┐└┘",
    };
}
