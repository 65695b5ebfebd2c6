namespace PluginHost.Workbench.Rendering;

/// <summary>How letters are stressed.</summary>
[Flags]
public enum Emphasis
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Faint.</summary>
    Faint = 2,

    /// <summary>Italic.</summary>
    Italic = 4,

    /// <summary>Underlined.</summary>
    Underlined = 8,

    /// <summary>Fore and back exchanged.</summary>
    Reversed = 16,
}
