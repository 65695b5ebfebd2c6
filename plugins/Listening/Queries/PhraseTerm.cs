using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Queries;

/// <summary>
/// The post has the pieces one behind the other, with nothing but punctuation between them. A word is found in a hashtag too, a hashtag and a mention only as such, and a link
/// stands for any: networks shorten them. Two pieces at least, and one of them is no link.
/// </summary>
internal sealed record PhraseTerm(IReadOnlyList<TextPiece> Pieces) : QueryNode;
