namespace PluginHost.Terminal;

/// <summary>A colour: the terminal's own, one of its 256, or 24 bits.</summary>
/// <param name="Value">The colour in four bytes: kind, red, green, blue, or kind, 0, 0, index.</param>
public readonly record struct Color(uint Value)
{
    private const uint IndexedKind = 0x0100_0000;
    private const uint RgbKind = 0x0200_0000;

    /// <summary>The terminal's own colour.</summary>
    public static Color Default => default;

    /// <summary>Whether it is one of the terminal's 256.</summary>
    public bool IsIndexed => (Value & IndexedKind) != 0;

    /// <summary>Whether it has 24 bits.</summary>
    public bool IsRgb => (Value & RgbKind) != 0;

    /// <summary>The red part of a colour with 24 bits.</summary>
    public byte Red => (byte)(Value >> 16);

    /// <summary>The green part of a colour with 24 bits.</summary>
    public byte Green => (byte)(Value >> 8);

    /// <summary>The blue part of a colour with 24 bits; of one of the 256, its index.</summary>
    public byte Blue => (byte)Value;

    /// <summary>The place of one of the terminal's 256 colours.</summary>
    public byte Index => (byte)Value;

    /// <summary>One of the terminal's 256 colours; the first 16 are the theme's.</summary>
    /// <param name="index">Its place.</param>
    public static Color Indexed(byte index) => new(IndexedKind | index);

    /// <summary>A colour of 24 bits.</summary>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    public static Color Rgb(byte red, byte green, byte blue) => new(RgbKind | ((uint)red << 16) | ((uint)green << 8) | blue);
}
