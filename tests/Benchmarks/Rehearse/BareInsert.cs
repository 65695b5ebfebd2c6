using Microsoft.Data.Sqlite;

namespace PluginHost.Benchmarks.Rehearse;

/// <summary>The rows that a rehearsal has written, inserted again into the same tables and nothing else: what cannot be done without.</summary>
internal sealed class BareInsert
{
    private readonly List<string> _schema = [];
    private readonly List<(string Insert, List<object?[]> Rows)> _tables = [];

    private BareInsert()
    {
    }

    public int Rows => _tables.Sum(table => table.Rows.Count);

    /// <summary>Takes what stands in a store.</summary>
    public static BareInsert Of(string store)
    {
        var bare = new BareInsert();
        using var connection = Open(store);
        var names = new List<string>();
        foreach (var row in Read(connection, "select sql, type, name from sqlite_master where sql is not null and name not like 'sqlite_%' order by type <> 'table', rowid"))
        {
            bare._schema.Add((string)row[0]!);
            if ((string)row[1]! == "table")
                names.Add((string)row[2]!);
        }

        foreach (var name in names)
        {
            var rows = Read(connection, $"select * from \"{name}\"");
            if (rows.Count > 0)
                bare._tables.Add(($"insert into \"{name}\" values ({string.Join(", ", rows[0].Select((_, place) => $"$p{place}"))})", rows));
        }

        return bare;
    }

    /// <summary>Inserts them into a new store.</summary>
    /// <param name="file">The file, made anew.</param>
    /// <param name="commits">In how many transactions, all of the same size.</param>
    /// <returns>Milliseconds, and those of the processor.</returns>
    public (double Milliseconds, double Processor) Run(string file, int commits)
    {
        File.Delete(file);
        using var connection = Open(file);
        Execute(connection, "pragma journal_mode=wal");
        Execute(connection, "pragma synchronous=off");
        foreach (var made in _schema)
            Execute(connection, made);

        var atOnce = Math.Max(1, Rows / commits);
        var begun = TimeProvider.System.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        Insert(connection, atOnce);
        return (TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
    }

    private void Insert(SqliteConnection connection, int atOnce)
    {
        var open = 0;
        using var begin = CommandOf(connection, "begin immediate");
        using var commit = CommandOf(connection, "commit");
        foreach (var (text, rows) in _tables)
        {
            using var insert = CommandOf(connection, text);
            for (var place = 0; place < rows[0].Length; place++)
                insert.Parameters.AddWithValue($"$p{place}", DBNull.Value);

            foreach (var row in rows)
            {
                if (open++ == 0)
                    begin.ExecuteNonQuery();

                for (var place = 0; place < row.Length; place++)
                    insert.Parameters[place].Value = row[place] ?? DBNull.Value;

                insert.ExecuteNonQuery();
                if (open < atOnce)
                    continue;

                commit.ExecuteNonQuery();
                open = 0;
            }
        }

        if (open > 0)
            commit.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return connection;
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = CommandOf(connection, text);
        command.ExecuteNonQuery();
    }

    private static List<object?[]> Read(SqliteConnection connection, string query)
    {
        using var command = CommandOf(connection, query);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var place = 0; place < row.Length; place++)
                row[place] = reader.IsDBNull(place) ? null : reader.GetValue(place);

            rows.Add(row);
        }

        return rows;
    }
}
