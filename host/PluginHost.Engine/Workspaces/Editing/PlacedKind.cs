namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>How a piece of a YAML text is written, as far as a change depends on it.</summary>
internal enum PlacedKind
{
    Scalar,

    /// <summary>A mapping of indented lines.</summary>
    Block,

    /// <summary>A mapping in braces.</summary>
    Flow,

    /// <summary>A list, or what stands for something else: nothing that a program changes here.</summary>
    Other,
}
