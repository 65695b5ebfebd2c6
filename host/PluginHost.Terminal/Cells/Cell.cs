using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>
/// One place of the screen, 16 bytes. A glyph that takes two places has width 2 in its first cell; its second has no glyph and width 0.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct Cell
{
    private const int WidthShift = 14;
    private const ushort AttributeMask = (1 << WidthShift) - 1;

    private readonly ushort _attributesAndWidth;
    private readonly ushort _link;

    /// <summary>Makes one.</summary>
    /// <param name="glyph">A rune's value, or a number of the <see cref="GlyphPool"/>, which is negative.</param>
    /// <param name="width">How many places it takes: 1 or 2; 0 for the second half of a wide one.</param>
    /// <param name="style">How it looks.</param>
    public Cell(int glyph, int width, Style style)
    {
        Glyph = glyph;
        Foreground = style.Foreground;
        Background = style.Background;
        _attributesAndWidth = (ushort)((ushort)style.Attributes | (width << WidthShift));
        _link = style.Link;
    }

    /// <summary>An empty place in the terminal's own colours.</summary>
    public static Cell Blank { get; } = new(' ', 1, default);

    /// <summary>A rune's value, or a number of the <see cref="GlyphPool"/>, which is negative; 0 in the second half of a wide one.</summary>
    public int Glyph { get; }

    /// <summary>The colour of what is written.</summary>
    public Color Foreground { get; }

    /// <summary>The colour behind it.</summary>
    public Color Background { get; }

    /// <summary>Bold, underlined and the like.</summary>
    public Attributes Attributes => (Attributes)(_attributesAndWidth & AttributeMask);

    /// <summary>How many places it takes; 0 for the second half of a wide one.</summary>
    public int Width => _attributesAndWidth >> WidthShift;

    /// <summary>How it looks.</summary>
    public Style Style => new() { Foreground = Foreground, Background = Background, Attributes = Attributes, Link = _link };
}
