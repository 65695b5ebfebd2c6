namespace PluginHost.Engine.Streams;

/// <summary>A lease that was taken.</summary>
/// <param name="Cursor">Where the next page of the source begins; null: at its beginning.</param>
internal sealed record TakenLease(string? Cursor);
