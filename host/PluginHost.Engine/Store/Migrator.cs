using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>Decides which of one plugin's migrations run. What has run once is never run again, and never changes.</summary>
internal sealed class Migrator(string plugin, IReadOnlyList<Migration> migrations)
{
    public IReadOnlyList<AppliedMigration> ReadApplied(StoreConnection connection) => connection.Read(
        $"select number, name, sha256 from pluginhost_migration where plugin = {plugin} order by number").Map(row => new AppliedMigration
        {
            Number = row.Integer("number"),
            Name = row.Text("name"),
            Digest = row.Text("sha256"),
        });

    /// <summary>Those that have not run yet.</summary>
    /// <exception cref="PluginHostException">The numbers have a gap, or one that ran was changed.</exception>
    public IReadOnlyList<Migration> FindPending(IReadOnlyList<AppliedMigration> applied)
    {
        for (var i = 0; i < migrations.Count; i++)
        {
            var migration = migrations[i];
            if (migration.Number != i + 1)
                throw new PluginHostException(Misnumbered(migration, i + 1));

            if (i < applied.Count && applied[i].Digest != migration.Digest)
            {
                throw new PluginHostException(
                    $"{plugin}: {migration.File} was changed after it ran in this workspace. Put it back as it was, and write what is new "
                    + $"as {migrations.Count + 1:000}_….sql.");
            }
        }

        return [.. migrations.Skip(applied.Count)];
    }

    /// <summary>Says why the plugin may not use its tables: they are ahead of it. Null where they are not.</summary>
    public string? IsBehind(IReadOnlyList<AppliedMigration> applied) => applied.Count <= migrations.Count
        ? null
        : $"{plugin} has migrations up to {migrations[^1].File}, but this workspace was written by a newer version of it, with "
            + string.Create(CultureInfo.InvariantCulture, $"{applied[^1].Number:000}_{applied[^1].Name}.sql. ")
            + $"Nothing was changed. Update {plugin}.";

    /// <summary>Runs what is pending, within the transaction that is open.</summary>
    /// <returns>Whose tables the database holds then.</returns>
    public TableOwners Run(StoreConnection connection, MigrationRunner runner, DateTimeOffset now)
    {
        // Another process may have been faster.
        var owners = TableOwners.ReadFrom(connection);
        var pending = FindPending(ReadApplied(connection));
        if (pending.Count == 0)
            return owners;

        if (owners.Admit(plugin, runner.ReadTables()) is { } refusal)
            throw new PluginHostException(refusal);

        owners = owners.With(plugin);
        runner.Begin(pending[0], owners, now);
        foreach (var migration in pending)
        {
            runner.Run(migration, owners);
            connection.Write($"""
                insert into pluginhost_migration(plugin, number, name, sha256, applied_at)
                values ({plugin}, {migration.Number}, {migration.Name}, {migration.Digest}, {now})
                """);
        }

        runner.End(owners);
        return owners;
    }

    private string Misnumbered(Migration migration, int expected) => migration.Number < expected
        ? $"{plugin} has two migrations with the number {migration.Number:000}: {migrations[expected - 2].File} and {migration.File}. Number them anew."
        : $"{plugin} has {migration.File}, but no {expected:000}_….sql before it. Migrations are numbered without gaps.";
}
