namespace PluginHost.Terminal;

/// <summary>To which neighbours a letter of a cursive script is joined, by Unicode's own names.</summary>
internal enum JoiningType
{
    /// <summary>To none.</summary>
    U,

    /// <summary>To the one before and the one after.</summary>
    D,

    /// <summary>To the one before, which stands at its right.</summary>
    R,

    /// <summary>To the one after, which stands at its left.</summary>
    L,

    /// <summary>It joins its neighbours and has no shape of its own to change.</summary>
    C,

    /// <summary>It is seen through: a mark above or below.</summary>
    T,
}
