using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Queries;

/// <summary>The post has the words one behind the other, with nothing but punctuation between them.</summary>
internal sealed record PhraseTerm(IReadOnlyList<Word> Words) : QueryNode;
