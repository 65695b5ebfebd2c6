using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// SQLite asks it about every table that a statement touches, while the statement is prepared (<c>sqlite3_set_authorizer</c>). It stands at one
/// connection for that connection's life and knows who has the connection just now; it never holds anything of a plugin but its id.
/// </summary>
internal sealed class TableGuard
{
    private string _plugin = "";
    private Access _access = Access.Host;
    private TableOwners _owners = TableOwners.None;
    private MigrationVerb _verb;

    /// <summary>Why the last statement was refused; null where it was not.</summary>
    public string? Refusal { get; private set; }

    public void StandAt(sqlite3 database) => raw.sqlite3_set_authorizer(database, Decide, null);

    public void Enter(string plugin, Access access, TableOwners owners)
    {
        (_plugin, _access, _owners) = (plugin, access, owners);
        Refusal = null;
    }

    /// <summary>Says what the migration's next statement is.</summary>
    public void Expect(MigrationVerb verb) => _verb = verb;

    /// <summary>The last refusal, once.</summary>
    public string? TakeRefusal()
    {
        var refusal = Refusal;
        Refusal = null;
        return refusal;
    }

    /// <summary>Gives the connection back to the host.</summary>
    public void Leave() => Enter("", Access.Host, TableOwners.None);

    // Called from native code: nothing may be thrown here.
    private int Decide(object user, int action, string? first, string? second, string? database, string? inner)
    {
        if (_access == Access.Host)
            return raw.SQLITE_OK;

        var refusal = database == "temp" ? $"{_plugin} may not make temporary tables." : Judge(action, first ?? "", second ?? "");
        if (refusal is null)
            return raw.SQLITE_OK;

        Refusal ??= refusal;
        return raw.SQLITE_DENY;
    }

    private string? Judge(int action, string first, string second) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_RECURSIVE => null,
        raw.SQLITE_FUNCTION => second.Equals("load_extension", StringComparison.OrdinalIgnoreCase)
            ? $"{_plugin} may not load SQLite extensions."
            : null,
        raw.SQLITE_READ => JudgeRead(first, second),
        raw.SQLITE_INSERT or raw.SQLITE_UPDATE => JudgeWrite(first),
        raw.SQLITE_DELETE => JudgeDelete(first),
        raw.SQLITE_TRANSACTION or raw.SQLITE_SAVEPOINT => _access == Access.Connection
            ? null
            : $"{_plugin} may not begin or end a transaction in a statement: write in TransactAsync.",
        raw.SQLITE_PRAGMA => JudgePragma(first),
        raw.SQLITE_CREATE_TABLE or raw.SQLITE_CREATE_VIEW => JudgeMake(first, first),
        raw.SQLITE_CREATE_INDEX or raw.SQLITE_CREATE_TRIGGER => JudgeMake(first, second),
        raw.SQLITE_CREATE_VTABLE => second.Equals("fts5", StringComparison.OrdinalIgnoreCase)
            ? JudgeMake(first, first)
            : $"{_plugin} may not make {first} with {second}: of SQLite's modules only fts5 is offered.",
        raw.SQLITE_ALTER_TABLE => JudgeMake(second, second),
        raw.SQLITE_REINDEX => JudgeMake(first, first),
        raw.SQLITE_ATTACH or raw.SQLITE_DETACH => $"{_plugin} may not attach databases: the workspace has one store.",
        _ => $"{_plugin} may not drop or rebuild {(first.Length > 0 ? first : "tables")}: migrations only add.",
    };

    private string? JudgeRead(string table, string column)
    {
        // What exists is no secret, and DDL itself reads it.
        if (table is "sqlite_master" or "sqlite_schema" or "json_each" or "json_tree" || _owners.MayUse(_plugin, table))
            return null;

        // Adding a column with a check lets SQLite look at the rows in this way.
        if (table == "pragma_quick_check" && _verb == MigrationVerb.AddColumn && _access == Access.Migrate)
            return null;

        // Without a column, a table is only counted, or it is no table but a name that a WITH clause gives.
        return column.Length == 0 && _owners.OwnerOf(table) is null && !TableOwners.IsReserved(table) && !IsPragma(table)
            ? null
            : Refuse("read", table);
    }

    private string? JudgeWrite(string table) => _access switch
    {
        Access.Read => $"{_plugin} may not write to {table} in ReadAsync: write with WriteAsync or TransactAsync.",
        Access.Migrate when table == "sqlite_master" && _verb != MigrationVerb.Fill => null,
        not Access.Migrate when table == "sqlite_master" => RefuseMaking(),
        _ => _owners.MayUse(_plugin, table) ? null : Refuse("write to", table),
    };

    // An INSERT or UPDATE of a migration may lead to deletions by a trigger or within a full-text index.
    private string? JudgeDelete(string table) => _access == Access.Migrate && _verb != MigrationVerb.Fill
        ? $"{_plugin} may not delete from {table} in a migration: migrations only add."
        : JudgeWrite(table);

    // The first is what full-text search asks for its cache, the second see above.
    private string? JudgePragma(string name) =>
        name == "data_version" || (name == "quick_check" && _verb == MigrationVerb.AddColumn && _access == Access.Migrate)
            ? null
            : $"{_plugin} may not use PRAGMA {name}: the store is set up by the host.";

    private string? JudgeMake(string name, string table)
    {
        if (_access != Access.Migrate)
            return RefuseMaking();

        if (!_owners.MayUse(_plugin, table) && table != "sqlite_sequence")
            return Refuse("make or change", table);

        var isOwn = _owners.MayUse(_plugin, name) || name == "sqlite_sequence" || name.StartsWith("sqlite_autoindex_", StringComparison.Ordinal);
        return isOwn ? null : Refuse("make", name);
    }

    private string RefuseMaking() => $"{_plugin} may not make or change tables here: they are made in the plugin's Migrations/001_….sql.";

    private string Refuse(string verb, string table) => _owners.OwnerOf(table) is { } owner && owner != _plugin
        ? $"{_plugin} may not {verb} {table}: it belongs to {owner}. A plugin's tables begin with {TableOwners.PrefixOf(_plugin)}."
        : $"{_plugin} may not {verb} {table}: a plugin's tables begin with {TableOwners.PrefixOf(_plugin)}.";

    private static bool IsPragma(string table) => table.StartsWith("pragma_", StringComparison.OrdinalIgnoreCase);
}
