using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Queries;

/// <summary>The post has the hashtag.</summary>
internal sealed record TagTerm(Word Tag) : QueryNode;
