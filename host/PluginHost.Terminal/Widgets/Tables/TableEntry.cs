namespace PluginHost.Terminal;

/// <summary>A row of <see cref="TableData"/> and the turn in which its key came.</summary>
internal sealed record TableEntry(TableRow Row, long Turn);
