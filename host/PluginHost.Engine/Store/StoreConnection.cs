using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>A connection while somebody has it. Everything here blocks: it runs on the pool, for one caller at a time.</summary>
internal abstract class StoreConnection
{
    /// <summary>Runs a statement for the rows that it gives.</summary>
    public abstract RowSet Read(Sql query);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows were written.</returns>
    public abstract int Write(Sql statement);
}
