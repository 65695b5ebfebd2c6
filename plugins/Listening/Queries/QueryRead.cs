namespace PluginHost.Listening.Queries;

/// <summary>The query can be asked.</summary>
internal sealed record QueryRead(QueryNode Query) : QueryReading;
