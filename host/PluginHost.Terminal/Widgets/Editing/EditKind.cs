namespace PluginHost.Terminal;

/// <summary>What kind of change a person makes: a run of the same is undone in one step.</summary>
internal enum EditKind
{
    /// <summary>One that is undone by itself.</summary>
    Other,

    /// <summary>A character is typed.</summary>
    Typing,

    /// <summary>A character is deleted, backwards.</summary>
    Backspacing,

    /// <summary>A character is deleted, forwards.</summary>
    Deleting,
}
