namespace PluginHost.Listening.Queries;

/// <summary>The post mentions the handle. Where the query names no server, any will do.</summary>
internal sealed record MentionTerm(string Handle) : QueryNode;
