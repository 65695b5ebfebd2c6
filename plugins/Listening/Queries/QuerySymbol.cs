namespace PluginHost.Listening.Queries;

/// <summary>A piece of a query's text, before it is known what it means.</summary>
internal readonly record struct QuerySymbol(QuerySymbolKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
