using System.Text;
using PluginHost.Giveaways.Draws;

namespace PluginHost.Giveaways.Rules;

/// <summary>
/// The evidence of all who have entered as one text, sorted by id: its digest stands in the log, so that what is said about an entrant later cannot be changed. The text
/// itself stays in the workspace: it names people.
/// </summary>
internal static class EvidenceText
{
    public static string DigestOf(IEnumerable<Entrant> entrants)
    {
        var text = new StringBuilder();
        foreach (var entrant in entrants.OrderBy(entrant => entrant.Id, StringComparer.Ordinal))
            text.Append(entrant.Id).Append('\t').Append(entrant.TakesPart ? "takes part" : entrant.Reason).Append('\t').Append(entrant.Evidence).Append('\n');

        return Hex.DigestOf(text.ToString());
    }
}
