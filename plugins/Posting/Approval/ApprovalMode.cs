namespace PluginHost.Posting;

/// <summary>Whether somebody must say yes before a post goes out.</summary>
internal enum ApprovalMode
{
    /// <summary>Nobody must.</summary>
    None,

    /// <summary>Anybody may, also who wrote it.</summary>
    Required,

    /// <summary>Somebody else than who wrote it must.</summary>
    FourEyes,
}
