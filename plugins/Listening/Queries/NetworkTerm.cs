namespace PluginHost.Listening.Queries;

/// <summary>It was said on the network.</summary>
internal sealed record NetworkTerm(string Network) : QueryNode;
