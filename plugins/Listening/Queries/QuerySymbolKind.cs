namespace PluginHost.Listening.Queries;

/// <summary>What a piece of a query's text is.</summary>
internal enum QuerySymbolKind
{
    Term,
    Phrase,
    And,
    Or,
    Not,
    Open,
    Close,
    End,
}
