using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Queries;

/// <summary>The post has a word that begins so.</summary>
internal sealed record PrefixTerm(Word Beginning) : QueryNode;
