namespace PluginHost.Sdk;

/// <summary>A table that can be sorted, filtered and opened row by row.</summary>
public sealed record TableView : View
{
    /// <summary>The table.</summary>
    public required Table Table { get; init; }

    /// <summary>
    /// The id of the command that Enter runs. It is given those fields of the row that it has parameters for, fields without a column among them, and as
    /// <c>column</c>, where it has such a parameter, the name of the column on which the cursor stands.
    /// </summary>
    /// <value><see langword="null"/>: none.</value>
    public string? OpenCommand { get; init; }

    /// <summary>
    /// The field that names a row and stays the same from snapshot to snapshot, so that selection survives a refresh. It needs no column.
    /// </summary>
    /// <value>Empty: the column <c>id</c> or <c>key</c>, else the first one.</value>
    public string Key { get; init; } = "";
}
