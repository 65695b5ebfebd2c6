using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// The statements that a connection keeps prepared: preparing costs more than running. The <see cref="TableGuard"/> is asked while a statement is
/// prepared, so each belongs to the caller for whom it was allowed; where whose tables there are has changed, it is asked again.
/// </summary>
internal sealed class SqliteStatements(sqlite3 database) : IDisposable
{
    // A workspace has some dozens. Texts that are put together without end must not fill the memory.
    private const int Most = 200;

    private readonly Dictionary<Key, SqliteStatement> _kept = [];

    /// <summary>The statement, prepared now or before.</summary>
    /// <returns>Null where the text is not exactly one statement: that cannot be kept.</returns>
    public SqliteStatement? For(Caller caller, Sql sql)
    {
        var key = new Key(sql.Text, sql.Parameters.Count, caller);
        if (_kept.TryGetValue(key, out var known))
            return known;

        if (SqliteStatement.Prepare(database, key.Text, key.Holes) is not { } prepared)
            return null;

        if (_kept.Count >= Most)
            Dispose();

        _kept.Add(key, prepared);
        return prepared;
    }

    /// <summary>Lets go of them all; it can be used again.</summary>
    public void Dispose()
    {
        foreach (var statement in _kept.Values)
            statement.Dispose();

        _kept.Clear();
    }

    // A class that compares itself: a dictionary of structs, and a comparer of enums, are things that the runtime compiles anew at each start.
    private sealed class Key(string text, int holes, Caller caller)
    {
        public string Text => text;

        public int Holes => holes;

        private Caller Caller => caller;

        public override bool Equals(object? obj) => obj is Key other
            && Holes == other.Holes
            && Caller.Access == other.Caller.Access
            && ReferenceEquals(Caller.Owners, other.Caller.Owners)
            && Caller.Plugin == other.Caller.Plugin
            && Text == other.Text;

        public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal) ^ Caller.Plugin.GetHashCode(StringComparison.Ordinal);
    }
}
