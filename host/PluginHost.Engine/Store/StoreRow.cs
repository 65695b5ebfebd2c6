using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>One row that was read.</summary>
internal sealed class StoreRow(IReadOnlyList<string> columns, object?[] cells) : IRow
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public string Text(string column) => TextOrNull(column) ?? throw Mismatch(column, "text");

    public string? TextOrNull(string column) => Cell(column) switch
    {
        null => null,
        string text => text,
        _ => throw Mismatch(column, "text"),
    };

    public long Integer(string column) => Cell(column) is long number ? number : throw Mismatch(column, "a whole number");

    public DateTimeOffset Instant(string column) => InstantOrNull(column) ?? throw Mismatch(column, "an instant");

    public DateTimeOffset? InstantOrNull(string column) => Cell(column) switch
    {
        null => null,
        long number when number >= Earliest && number <= Latest => DateTimeOffset.FromUnixTimeMilliseconds(number),
        _ => throw Mismatch(column, "an instant (milliseconds since 1970-01-01T00:00Z)"),
    };

    public byte[] Bytes(string column) => Cell(column) is byte[] bytes ? bytes : throw Mismatch(column, "bytes");

    private object? Cell(string column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.Equals(columns[i], column, StringComparison.OrdinalIgnoreCase))
                return cells[i];
        }

        throw new PluginHostException(
            $"The query has no column \"{column}\", only {string.Join(", ", columns)}.{Nearest.Hint(column, columns)}");
    }

    private PluginHostException Mismatch(string column, string wanted)
    {
        var found = Cell(column) switch
        {
            null => "null",
            string => "text",
            long => "a whole number",
            double => "a floating-point number",
            _ => "bytes",
        };
        return new($"The column \"{column}\" was read as {wanted}, but it holds {found}.");
    }
}
