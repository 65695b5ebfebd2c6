using Microsoft.Data.Sqlite;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// A statement that stays prepared on its connection. What it may touch was decided when it was prepared, so it is run for nobody but the one for whom
/// it was.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    // SQLITE_STMTSTATUS_REPREPARE, which the binding has no name for.
    private const int Reprepared = 5;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;
    private string[] _columns = [];
    private int _prepared = -1;

    private SqliteStatement(sqlite3 database, sqlite3_stmt statement, int[] places) =>
        (_database, _statement, _places) = (database, statement, places);

    /// <summary>Prepares a text.</summary>
    /// <returns>Null where it is not exactly one statement, or has other parameters than its holes.</returns>
    /// <exception cref="SqliteException">It is wrong, or refused.</exception>
    public static SqliteStatement? Prepare(sqlite3 database, string text, int holes)
    {
        var result = raw.sqlite3_prepare_v3(database, text, raw.SQLITE_PREPARE_PERSISTENT, out var statement, out var rest);
        SqliteException.ThrowExceptionForRC(result, database);
        if (!statement.IsInvalid && string.IsNullOrWhiteSpace(rest))
        {
            // A hole in a comment has no place.
            var places = new int[holes];
            for (var i = 0; i < holes; i++)
                places[i] = raw.sqlite3_bind_parameter_index(statement, $"@p{i}");

            if (raw.sqlite3_bind_parameter_count(statement) == places.Count(place => place > 0))
                return new SqliteStatement(database, statement, places);
        }

        statement.Dispose();
        return null;
    }

    public RowSet Read(IReadOnlyList<object?> values)
    {
        try
        {
            Bind(values);
            var rows = new List<object?[]>();
            var isRow = Step();
            var columns = Columns();
            for (; isRow; isRow = Step())
                rows.Add(Cells(columns.Length));

            return new RowSet(columns, rows);
        }
        finally
        {
            Rest();
        }
    }

    /// <returns>How many rows were written.</returns>
    public int Write(IReadOnlyList<object?> values)
    {
        try
        {
            Bind(values);
            while (Step())
            {
                // To the end: what returns rows has not written all of them before.
            }

            return raw.sqlite3_stmt_readonly(_statement) == 0 ? raw.sqlite3_changes(_database) : 0;
        }
        finally
        {
            Rest();
        }
    }

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return result == raw.SQLITE_ROW;

        SqliteException.ThrowExceptionForRC(result, _database);
        return false;
    }

    private void Bind(IReadOnlyList<object?> values)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] > 0)
                SqliteException.ThrowExceptionForRC(Bind(_places[i], values[i]), _database);
        }
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new WrongUseException($"A {value.GetType().Name} cannot be written to the store."),
    };

    // After a change of the schema, SQLite prepares a statement anew by itself, and it may have other columns then.
    private string[] Columns()
    {
        var prepared = raw.sqlite3_stmt_status(_statement, Reprepared, 0);
        if (prepared == _prepared)
            return _columns;

        var columns = new string[raw.sqlite3_column_count(_statement)];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = raw.sqlite3_column_name(_statement, i).utf8_to_string();

        _prepared = prepared;
        return _columns = columns;
    }

    private object?[] Cells(int count)
    {
        var cells = new object?[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = raw.sqlite3_column_type(_statement, i) switch
            {
                raw.SQLITE_NULL => null,
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_statement, i),
                raw.SQLITE_FLOAT => raw.sqlite3_column_double(_statement, i),
                raw.SQLITE_TEXT => raw.sqlite3_column_text(_statement, i).utf8_to_string(),
                _ => raw.sqlite3_column_blob(_statement, i).ToArray(),
            };
        }

        return cells;
    }

    // What it says here it has said before; and what it was given is not kept.
    private void Rest()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }
}
