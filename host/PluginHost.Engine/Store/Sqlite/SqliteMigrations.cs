using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>Runs migrations on SQLite: what they may touch, the <see cref="TableGuard"/> decides while a statement is prepared.</summary>
internal sealed class SqliteMigrations(SqliteStoreConnection connection, SqliteFile file, string plugin) : MigrationRunner
{
    public override IReadOnlyList<string> ReadTables() =>
        connection.Read($"select name from sqlite_master where type in ('table', 'view')").Map(row => row.Text("name"));

    public override void Begin(Migration first, TableOwners owners, DateTimeOffset now) =>
        SqliteBackup.Make(connection, file, plugin, first.Number, now);

    // Statement by statement, so that a refusal can name its line.
    public override void Run(Migration migration, TableOwners owners)
    {
        var sql = Encoding.UTF8.GetBytes(migration.SqlFor(StoreDialect.Sqlite));
        var at = 0;
        connection.Guard.Enter(plugin, Access.Migrate, owners);
        try
        {
            while (at < sql.Length)
                at = RunNext(migration, sql, at);
        }
        finally
        {
            connection.Guard.Leave();
        }
    }

    // SQLite looks at the other table only when rows change, perhaps another plugin's, which would then fail.
    public override void End(TableOwners owners)
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

    private int RunNext(Migration migration, byte[] sql, int at)
    {
        var text = Encoding.UTF8.GetString(sql, at, sql.Length - at);
        var first = MigrationStatement.FirstWord(text, 0);
        if (first == text.Length)
            return sql.Length;

        var line = 1 + sql.AsSpan(0, at).Count((byte)'\n') + text.AsSpan(0, first).Count('\n');
        var place = string.Create(CultureInfo.InvariantCulture, $"{plugin}: {migration.FileFor(StoreDialect.Sqlite)}({line})");
        var verb = MigrationStatement.VerbOf(text);
        if (verb == MigrationVerb.Other)
            throw MigrationStatement.Refuse(place, text[first..]);

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
}
