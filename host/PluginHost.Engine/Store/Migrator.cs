using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store;

/// <summary>Runs one plugin's migrations. What has run once is never run again, and never changes.</summary>
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
    public TableOwners Run(StoreConnection connection, DateTimeOffset now)
    {
        // Another process may have been faster.
        var owners = StoreSchema.OwnersOf(connection);
        var pending = FindPending(ReadApplied(connection));
        if (pending.Count == 0)
            return owners;

        var tables = connection.Read($"select name from sqlite_master where type in ('table', 'view')").Map(row => row.Text("name"));
        if (owners.Admit(plugin, tables) is { } refusal)
            throw new PluginHostException(refusal);

        owners = owners.With(plugin);
        foreach (var migration in pending)
        {
            Run(connection, migration, owners);
            connection.Write($"""
                insert into pluginhost_migration(plugin, number, name, sha256, applied_at)
                values ({plugin}, {migration.Number}, {migration.Name}, {migration.Digest}, {now})
                """);
        }

        RefuseForeignReferences(connection, owners);
        return owners;
    }

    private string Misnumbered(Migration migration, int expected) => migration.Number < expected
        ? $"{plugin} has two migrations with the number {migration.Number:000}: {migrations[expected - 2].File} and {migration.File}. Number them anew."
        : $"{plugin} has {migration.File}, but no {expected:000}_….sql before it. Migrations are numbered without gaps.";

    // Statement by statement, so that a refusal can name its line.
    private void Run(StoreConnection connection, Migration migration, TableOwners owners)
    {
        var sql = Encoding.UTF8.GetBytes(migration.Sql);
        var at = 0;
        connection.Guard.Enter(plugin, Access.Migrate, owners);
        try
        {
            while (at < sql.Length)
                at = RunNext(connection, migration, sql, at);
        }
        finally
        {
            connection.Guard.Leave();
        }
    }

    private int RunNext(StoreConnection connection, Migration migration, byte[] sql, int at)
    {
        var text = Encoding.UTF8.GetString(sql, at, sql.Length - at);
        var first = MigrationStatement.FirstWord(text, 0);
        if (first == text.Length)
            return sql.Length;

        var line = 1 + sql.AsSpan(0, at).Count((byte)'\n') + text.AsSpan(0, first).Count('\n');
        var place = string.Create(CultureInfo.InvariantCulture, $"{plugin}: {migration.File}({line})");
        var verb = MigrationStatement.VerbOf(text);
        if (verb == MigrationVerb.Other)
        {
            throw new PluginHostException($"{place}: \"{FirstLine(text[first..])}\" is not for a migration. Migrations only add: "
                + "CREATE TABLE, INDEX, TRIGGER or VIEW; ALTER TABLE … ADD COLUMN; INSERT; UPDATE.");
        }

        connection.Guard.Expect(verb);
        var result = raw.sqlite3_prepare_v2(connection.Handle, sql.AsSpan(at), out var statement, out var tail);
        using (statement)
        {
            while (result is raw.SQLITE_OK or raw.SQLITE_ROW)
                result = raw.sqlite3_step(statement);

            if (result == raw.SQLITE_DONE)
                return sql.Length - tail.Length;
        }

        throw connection.Guard.Refusal is { } refusal
            ? new PluginHostException($"{place}: {refusal}")
            : Explain(connection.Fault(result), place);
    }

    private static PluginHostException Explain(SqliteException error, string place) =>
        error.SqliteErrorCode is raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE
            ? new($"{place}: {error.Message}", error)
            : throw error;

    // SQLite looks at the other table only when rows change, perhaps another plugin's, which would then fail.
    private void RefuseForeignReferences(StoreConnection connection, TableOwners owners)
    {
        var references = connection.Read($"""
            select made.name as name, reference."table" as target from sqlite_master made, pragma_foreign_key_list(made.name) reference
            where made.type = 'table'
            """).Map(row => (Name: row.Text("name"), Target: row.Text("target")));
        foreach (var (name, target) in references)
        {
            if (owners.OwnerOf(name) == plugin && !owners.MayUse(plugin, target))
            {
                throw new PluginHostException(
                    $"{plugin}: {name} may not refer to {target}: a plugin's tables begin with {TableOwners.PrefixOf(plugin)}.");
            }
        }
    }

    private static string FirstLine(string statement)
    {
        var line = statement.AsSpan(0, (statement + "\n").AsSpan().IndexOfAny('\n', '\r'));
        return line.Length > 60 ? $"{line[..60]}…" : line.ToString();
    }
}
