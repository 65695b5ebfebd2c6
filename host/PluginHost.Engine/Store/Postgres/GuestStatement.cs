namespace PluginHost.Engine.Store.Postgres;

/// <summary>
/// Lets a guest's statements read and write rows, and nothing else: no role, lock or transaction is changed under the host's feet. It is a rail against
/// mistakes. What a role may touch is the server's matter; and a plugin that means ill lives in our process, where no rail holds it.
/// </summary>
internal static class GuestStatement
{
    // Each of them runs what it is given as a statement, or changes the session, which others have after it.
    private static readonly string[] Ways =
    [
        "set_config", "query_to_xml", "cursor_to_xml", "dblink", "pg_terminate_backend", "pg_cancel_backend", "pg_advisory_lock", "pg_try_advisory_lock",
    ];

    /// <summary>Why not, or null.</summary>
    public static string? Refuse(string plugin, string statement)
    {
        var word = MigrationStatement.WordAt(statement);
        if (word is "SELECT" or "INSERT" or "UPDATE" or "DELETE" or "WITH" or "VALUES" or "(")
            return RefuseWays(plugin, statement);

        return word switch
        {
            "BEGIN" or "START" or "COMMIT" or "END" or "ROLLBACK" or "ABORT" or "SAVEPOINT" or "RELEASE" or "PREPARE" =>
                $"{plugin} may not begin or end a transaction in a statement: write in TransactAsync.",
            "CREATE" or "ALTER" or "DROP" or "TRUNCATE" or "COMMENT" or "GRANT" or "REVOKE" or "REINDEX" =>
                $"{plugin} may not make or change tables here: they are made in the plugin's Migrations/001_….sql.",
            "SET" or "RESET" or "PRAGMA" => $"{plugin} may not use {word}: the store is set up by the host.",

            // What is no statement at all, the server says better.
            "DO" or "CALL" or "COPY" or "LOCK" or "EXECUTE" or "DECLARE" or "FETCH" or "LISTEN" or "NOTIFY" or "UNLISTEN" or "VACUUM" or "ANALYZE" or "LOAD"
                or "REFRESH" or "CLUSTER" or "DISCARD" or "SECURITY" or "IMPORT" or "REASSIGN" or "MERGE" or "ATTACH" or "DETACH" =>
                $"{plugin} may not use {word} in the store: a statement reads rows or writes them.",
            _ => null,
        };
    }

    /// <summary>The table that a statement writes to; null where it only reads.</summary>
    public static string? TargetOf(string statement)
    {
        var words = SqlTokens.Read(statement).Where(token => token.IsWord).Select(token => token.Text.Trim('"')).ToList();
        var at = words.FirstOrDefault()?.ToUpperInvariant() switch
        {
            "INSERT" or "DELETE" => 2,
            "UPDATE" => 1,
            _ => words.Count,
        };
        while (at + 2 < words.Count && words[at + 1] == ".")
            at += 2;

        return at < words.Count ? words[at] : null;
    }

    private static string? RefuseWays(string plugin, string statement)
    {
        foreach (var way in Ways)
        {
            if (statement.Contains(way, StringComparison.OrdinalIgnoreCase))
                return $"{plugin} may not use {way} in the store: a statement reads rows or writes them.";
        }

        return null;
    }
}
