namespace PluginHost.Terminal;

/// <summary>All that is kept of a character, in one number. The tables hold each different number once.</summary>
/// <param name="Bits">The number.</param>
internal readonly record struct Traits(uint Bits)
{
    public GraphemeBreak Break { get => (GraphemeBreak)(Bits & 15); init => Bits = (Bits & ~15u) | (uint)value; }

    public CellWidth Width { get => (CellWidth)((Bits >> 4) & 3); init => Bits = (Bits & ~(3u << 4)) | ((uint)value << 4); }

    public BidiClass Bidi { get => (BidiClass)((Bits >> 6) & 31); init => Bits = (Bits & ~(31u << 6)) | ((uint)value << 6); }

    public BracketKind Bracket { get => (BracketKind)((Bits >> 11) & 3); init => Bits = (Bits & ~(3u << 11)) | ((uint)value << 11); }

    public JoiningType Joining { get => (JoiningType)((Bits >> 13) & 7); init => Bits = (Bits & ~(7u << 13)) | ((uint)value << 13); }

    public LineBreak Line { get => (LineBreak)((Bits >> 16) & 7); init => Bits = (Bits & ~(7u << 16)) | ((uint)value << 16); }

    /// <summary>Whether it has a mirrored twin.</summary>
    public bool IsMirrored { get => (Bits & (1u << 19)) != 0; init => Bits = (Bits & ~(1u << 19)) | (value ? 1u << 19 : 0); }

    /// <summary>Whether variation selectors choose between a symbol and a picture.</summary>
    public bool HasVariants { get => (Bits & (1u << 20)) != 0; init => Bits = (Bits & ~(1u << 20)) | (value ? 1u << 20 : 0); }
}
