namespace PluginHost.Listening.Queries;

/// <summary>Every part holds.</summary>
internal sealed record AllOf(IReadOnlyList<QueryNode> Parts) : QueryNode;
