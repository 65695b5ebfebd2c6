using PluginHost.Listening.Queries;

namespace PluginHost.Listening.Matching;

/// <summary>A query to match with: lists of people are put in.</summary>
internal sealed record MatchedQuery(long Id, QueryNode Query);
