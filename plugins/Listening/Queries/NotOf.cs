namespace PluginHost.Listening.Queries;

/// <summary>The part does not hold.</summary>
internal sealed record NotOf(QueryNode Part) : QueryNode;
