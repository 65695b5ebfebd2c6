namespace PluginHost.Engine.Store;

/// <summary>Rows as they were read, away from the caller's context. They become the caller's values on its own.</summary>
internal sealed class RowSet(IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
{
    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<object?[]> Rows => rows;

    /// <summary>How many rows the statement wrote, where the database says it along with the rows.</summary>
    public int Written { get; init; }

    public IReadOnlyList<T> Map<T>(Func<Sdk.IRow, T> row)
    {
        var values = new List<T>(rows.Count);
        foreach (var cells in rows)
            values.Add(row(new StoreRow(columns, cells)));

        return values;
    }
}
