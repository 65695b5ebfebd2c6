namespace PluginHost.Terminal;

/// <summary>What the terminal's cursor looks like.</summary>
public enum CursorShape
{
    /// <summary>As the person has set it.</summary>
    Default,

    /// <summary>A block.</summary>
    Block,

    /// <summary>A line below the cell.</summary>
    Underline,

    /// <summary>A line before the cell.</summary>
    Bar,
}
