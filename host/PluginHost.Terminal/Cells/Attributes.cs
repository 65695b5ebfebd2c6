namespace PluginHost.Terminal;

/// <summary>How a cell is written, besides its colours.</summary>
[Flags]
public enum Attributes : ushort
{
    /// <summary>Plainly.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Dim.</summary>
    Dim = 2,

    /// <summary>Italic.</summary>
    Italic = 4,

    /// <summary>Underlined.</summary>
    Underline = 8,

    /// <summary>Underlined by a wave, where the terminal can; else by a line.</summary>
    Squiggle = 16,

    /// <summary>Foreground and background change places.</summary>
    Reverse = 32,

    /// <summary>Struck through.</summary>
    Strike = 64,
}
