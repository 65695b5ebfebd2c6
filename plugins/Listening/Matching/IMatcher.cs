namespace PluginHost.Listening.Matching;

/// <summary>
/// Tells which of many queries a post meets. It is made of all queries at once, and made anew when one of them changes, so that an engine may index them as it likes; every
/// engine gives the same answers as <see cref="PlainMatcher"/>.
/// </summary>
internal interface IMatcher
{
    /// <summary>The ids of the queries that the post meets, in ascending order.</summary>
    IReadOnlyList<long> Match(HeardPost post);
}
