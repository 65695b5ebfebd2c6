namespace PluginHost.Sdk;

/// <summary>A table that can be sorted, filtered and opened row by row.</summary>
public sealed record TableView : View
{
    /// <summary>The table.</summary>
    public required Table Table { get; init; }

    /// <summary>The id of the command that Enter runs, with the row's fields as arguments.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? OpenCommand { get; init; }
}
