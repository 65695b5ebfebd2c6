using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting.Extras;

/// <summary>
/// Whether a network takes what goes with a post. What it does not take is never left out in silence: a post without its warning, or seen by more people than it was meant for, is another post.
/// </summary>
internal static class ExtraFit
{
    /// <summary>What does not fit, in words.</summary>
    public static IEnumerable<string> ProblemsOf(Variant variant, NetworkRules rules)
    {
        var extras = variant.Extras;
        if (extras.Unread.Length > 0)
        {
            yield return $"The line \"{extras.Unread}\" cannot be read. Write !warning and words, !for unlisted, followers or mentioned, !poll 1d One | Two (m, h, d), !quote and an id, or !card https://… and a title. "
                + "A backslash before it says the line as it stands.";
        }

        if (extras.Warning.Length > 0 && !rules.Extras.Warnings)
            yield return "The network knows no content warnings. Leave the warning out, or begin the text with it.";

        if (extras.Visibility != PostVisibility.Public && !rules.Extras.Visibilities.Contains(extras.Visibility))
            yield return $"The network shows every post to everybody and cannot keep it {WordOf(extras.Visibility)}. Leave the visibility out, if everybody may see it.";

        if (extras.Quotes is not null && !rules.Extras.Quotes)
            yield return "The network lets no post quote another. Link to it instead.";

        if (extras.Card is { } card)
        {
            if (!rules.Extras.Cards)
                yield return "The network knows no link cards. Leave the card out, and put the link into the text.";

            if (!Uri.TryCreate(card.Address, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
                yield return $"\"{card.Address}\" is no address of a page. Write it whole, as https://example.org/news.";

            if (string.IsNullOrWhiteSpace(card.Title))
                yield return "The link card has no title. Say what stands behind the link.";

            if (variant.Media.Any(medium => medium.Part == 0))
                yield return "A post shows pictures or a link card, not both. Leave one out.";
        }

        if (extras.Poll is { } poll)
        {
            foreach (var problem in ProblemsOf(poll, variant, rules.Extras.Polls))
                yield return problem;
        }
    }

    private static IEnumerable<string> ProblemsOf(Poll poll, Variant variant, PollRules? rules)
    {
        if (rules is null)
        {
            yield return "The network takes no polls. Ask in words.";
            yield break;
        }

        if (poll.Options.Count < 2)
            yield return "A poll needs two options at the least.";

        if (poll.Options.Count > rules.MostOptions)
            yield return string.Create(CultureInfo.InvariantCulture, $"The poll has {poll.Options.Count} options, and the network takes {rules.MostOptions}.");

        if (poll.Options.Any(string.IsNullOrWhiteSpace))
            yield return "An option of the poll says nothing.";

        if (poll.Options.Distinct(StringComparer.Ordinal).Count() < poll.Options.Count)
            yield return "Two options of the poll say the same.";

        foreach (var option in poll.Options.Where(option => LengthOf(option) > rules.OptionLimit))
            yield return string.Create(CultureInfo.InvariantCulture, $"The option \"{option}\" has {LengthOf(option)} characters, and may have {rules.OptionLimit}.");

        if (poll.Lasts < rules.Shortest || poll.Lasts > rules.Longest)
            yield return $"The poll is open for {poll.Lasts:c}, and the network takes {rules.Shortest:c} to {rules.Longest:c} (days.hours:minutes:seconds).";

        if (!rules.WithMedia && variant.Media.Any(medium => medium.Part == 0))
            yield return "A post there has a poll or pictures, not both. Leave one out.";
    }

    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    private static string WordOf(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Unlisted => "out of public places",
        PostVisibility.Followers => "for followers alone",
        _ => "for those it mentions",
    };
}
