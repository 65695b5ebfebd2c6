namespace PluginHost.Campaigns;

/// <summary>
/// What is wanted of all that is said in public, in what every network can look for: single words. A whole query is not handed over, because each network would read it
/// in a way of its own; whoever asks decides about each post.
/// </summary>
public sealed record PublicQuery
{
    /// <summary>
    /// Words of which a post has at least one, as they are written without capitals: <c>acme</c>, <c>#acme</c>, <c>@acme</c>, <c>acm*</c> for words that begin so,
    /// <c>from:acme</c> for its author. Letters and their marks are put together, but where globalization is invariant. A network that cannot look for one of them tells everything.
    /// </summary>
    /// <value>Empty: everything is wanted.</value>
    public IReadOnlyList<string> AnyOf { get; init => field = [.. value]; } = [];
}
