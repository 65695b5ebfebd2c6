namespace PluginHost.Sdk;

/// <summary>Which database the workspace is kept in. Only what the two cannot say in the same words needs to ask. New ones are added at the end.</summary>
public enum StoreDialect
{
    /// <summary>SQLite: one file, one writer at a time.</summary>
    Sqlite,

    /// <summary>PostgreSQL: many machines on one workspace.</summary>
    Postgres,
}
