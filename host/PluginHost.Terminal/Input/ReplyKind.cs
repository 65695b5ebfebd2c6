namespace PluginHost.Terminal;

/// <summary>What the terminal answers.</summary>
internal enum ReplyKind
{
    /// <summary>What kind of terminal it is (DA1). Every terminal answers, so it closes a batch of questions.</summary>
    Fence,

    /// <summary>Where the cursor is.</summary>
    CursorPosition,

    /// <summary>The state of a mode: 0 where it is not known.</summary>
    Mode,

    /// <summary>The flags of the kitty protocol.</summary>
    KittyFlags,

    /// <summary>Its name and version.</summary>
    Name,
}
