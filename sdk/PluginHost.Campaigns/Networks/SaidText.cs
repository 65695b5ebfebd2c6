using System.Text;

namespace PluginHost.Campaigns;

/// <summary>
/// Whether two texts say the same, whatever a network has made of one of them: composed letters, white space, links with and without their scheme,
/// entities and mark-up.
/// </summary>
public static class SaidText
{
    /// <summary>Whether what a network gives back is what was sent.</summary>
    /// <param name="sent">What was sent, plain.</param>
    /// <param name="found">What the network gives back, with its mark-up already undone where it has any (<see cref="OfHtml"/>).</param>
    /// <returns>Whether both say the same.</returns>
    public static bool AreSame(string sent, string found) => Normalise(sent) == Normalise(found);

    /// <summary>The plain text of HTML, as Mastodon gives it back.</summary>
    /// <param name="html">The mark-up.</param>
    /// <returns>What a person would have typed.</returns>
    public static string OfHtml(string html) => System.Net.WebUtility.HtmlDecode(html);

    private static string Normalise(string text) => text.Normalize(NormalizationForm.FormC).Trim();
}
