namespace PluginHost.Terminal;

/// <summary>What a character does at the borders of grapheme clusters (UAX #29), and whether it is a pictograph.</summary>
internal enum GraphemeBreak
{
    Other,
    CR,
    LF,
    Control,
    Extend,
    ZWJ,
    RegionalIndicator,
    Prepend,
    SpacingMark,
    L,
    V,
    T,
    LV,
    LVT,
    Pictograph,
}
