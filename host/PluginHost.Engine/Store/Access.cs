namespace PluginHost.Engine.Store;

/// <summary>What a connection may do while somebody has it.</summary>
internal enum Access
{
    /// <summary>The host itself: everything.</summary>
    Host,

    /// <summary>Reading the plugin's own tables.</summary>
    Read,

    /// <summary>Reading and writing them, in a transaction that the store opens and ends.</summary>
    Write,

    /// <summary>Reading and writing them on a connection of the plugin's own, transactions included.</summary>
    Connection,

    /// <summary>Adding tables, indexes, triggers, views and columns, and filling them.</summary>
    Migrate,
}
