using System.Data.Common;
using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>A row that is as strict as the contract: a wrong column, a null or another type is an error.</summary>
internal sealed class FakeRow(DbDataReader reader) : IRow
{
    public string Text(string column) => Value<string>(column);

    public string? TextOrNull(string column) => IsNull(column) ? null : Value<string>(column);

    public long Integer(string column) => Value<long>(column);

    public DateTimeOffset Instant(string column) => DateTimeOffset.FromUnixTimeMilliseconds(Value<long>(column));

    public DateTimeOffset? InstantOrNull(string column) => IsNull(column) ? null : Instant(column);

    public byte[] Bytes(string column) => Value<byte[]>(column);

    private bool IsNull(string column) => reader.IsDBNull(reader.GetOrdinal(column));

    private T Value<T>(string column) => reader.GetValue(reader.GetOrdinal(column)) is T value
        ? value
        : throw new PluginHostException($"The column {column} holds no {typeof(T).Name}.");
}
