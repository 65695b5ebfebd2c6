namespace PluginHost.Engine.Store;

/// <summary>Runs the statements of one plugin's migrations, within a transaction of the host's, and holds them to the plugin's own tables.</summary>
internal abstract class MigrationRunner
{
    /// <summary>The tables and views that there are, whoever's they are.</summary>
    public abstract IReadOnlyList<string> ReadTables();

    /// <summary>Called once before the first of them runs.</summary>
    public abstract void Begin(Migration first, TableOwners owners, DateTimeOffset now);

    /// <exception cref="Sdk.PluginHostException">A statement is refused or wrong; the message has its line.</exception>
    public abstract void Run(Migration migration, TableOwners owners);

    /// <summary>Called once after the last one ran.</summary>
    public abstract void End(TableOwners owners);
}
