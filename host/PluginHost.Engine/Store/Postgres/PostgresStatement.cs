using System.Globalization;
using System.Text;
using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>A statement on its way to the server, and what comes back, as SQLite would give it: text, whole and floating-point numbers, bytes or null.</summary>
internal static class PostgresStatement
{
    /// <summary>Its holes become <c>$1</c>, <c>$2</c>, …: in this form the server takes exactly one statement.</summary>
    public static NpgsqlBatchCommand From(Sql sql)
    {
        var command = new NpgsqlBatchCommand(sql.Parameters.Count == 0 ? sql.Text : Number(sql.Text));
        foreach (var value in sql.Parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });

        return command;
    }

    public static string[] ColumnsOf(NpgsqlDataReader reader)
    {
        var columns = new string[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = reader.GetName(i);

        return columns;
    }

    public static object?[] CellsOf(NpgsqlDataReader reader, int count)
    {
        var cells = new object?[count];
        for (var i = 0; i < count; i++)
            cells[i] = reader.IsDBNull(i) ? null : CellOf(reader, i);

        return cells;
    }

    public static int WrittenBy(NpgsqlBatchCommand command) => Math.Max(0, (int)command.RecordsAffected);

    private static object CellOf(NpgsqlDataReader reader, int column) => reader.GetValue(column) switch
    {
        int number => (long)number,
        short number => (long)number,
        bool flag => flag ? 1L : 0L,
        float number => (double)number,

        // What sums and averages are: numeric.
        decimal number when decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue => (long)number,
        decimal number => (double)number,
        var same when same is long or double or string or byte[] => same,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    // Between quotes stands text, whatever it looks like.
    private static string Number(string text)
    {
        var numbered = new StringBuilder(text.Length);
        var quote = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var here = text[at];
            if (quote == '\0' && here is '\'' or '"')
                quote = here;
            else if (here == quote)
                quote = '\0';

            if (quote != '\0' || !text.AsSpan(at).StartsWith("@p"))
            {
                numbered.Append(here);
                continue;
            }

            var end = at + 2;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;

            numbered.Append('$').Append(1 + int.Parse(text.AsSpan(at + 2, end - at - 2), NumberStyles.None, CultureInfo.InvariantCulture));
            at = end - 1;
        }

        return numbered.ToString();
    }
}
