namespace PluginHost.Listening.Queries;

/// <summary>A part of a query, as data: what it means is the business of whoever matches.</summary>
internal abstract record QueryNode;
