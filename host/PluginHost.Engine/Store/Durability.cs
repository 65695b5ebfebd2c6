namespace PluginHost.Engine.Store;

/// <summary>What a commit waits for.</summary>
internal enum Durability
{
    /// <summary>For the disk: it survives a failure of power. Whatever a send depends on.</summary>
    Full,

    /// <summary>
    /// For nothing: it survives the end of the process, however it comes, but perhaps not a failure of power. Both kinds go to the same log, so a
    /// full commit takes along every relaxed one before it, and a later commit never survives an earlier one.
    /// </summary>
    Relaxed,
}
