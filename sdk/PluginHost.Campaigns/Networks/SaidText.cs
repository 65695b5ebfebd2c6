namespace PluginHost.Campaigns;

/// <summary>
/// Whether two texts say the same, whatever a network has made of one of them: composed letters, white space, links with and without their scheme,
/// mentions with and without their server, entities and mark-up.
/// </summary>
public static class SaidText
{
    /// <summary>Whether what a network gives back is what was sent.</summary>
    /// <remarks>
    /// White space counts as one space. A link counts as the same with and without its scheme and a slash at its end; two different schemes do not. A mention
    /// counts as the same with and without its server; two different servers do not. All else must be the same letter for letter.
    /// </remarks>
    /// <param name="sent">What was sent, plain.</param>
    /// <param name="found">What the network gives back, with its mark-up already undone where it has any (<see cref="OfHtml"/>).</param>
    /// <returns>Whether both say the same.</returns>
    public static bool AreSame(string sent, string found) => SaidComparison.AreSame(sent, found);

    /// <summary>The plain text of HTML, as Mastodon gives it back.</summary>
    /// <remarks>A link whose text is its address, shortened or not, becomes the address; a mention becomes <c>@user@server</c>.</remarks>
    /// <param name="html">The mark-up.</param>
    /// <returns>What a person would have typed.</returns>
    public static string OfHtml(string html) => new SaidHtml(html).ToText();
}
