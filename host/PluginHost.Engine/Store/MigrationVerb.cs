namespace PluginHost.Engine.Store;

/// <summary>What a statement of a migration does.</summary>
internal enum MigrationVerb
{
    /// <summary>Something that a migration may not do.</summary>
    Other,

    /// <summary>It makes a table, an index, a trigger or a view.</summary>
    Create,

    /// <summary>It adds a column to a table.</summary>
    AddColumn,

    /// <summary>It inserts or updates rows.</summary>
    Fill,
}
