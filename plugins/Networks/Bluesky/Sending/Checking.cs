using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>What can be said of a post without asking anybody.</summary>
internal static class Checking
{
    /// <summary>Why a post cannot be sent as it is; null where nothing speaks against it.</summary>
    public static string? Problem(Outgoing post, NetworkRules rules)
    {
        if (post.Rest.Count >= BlueskyRules.MostParts)
            return string.Create(CultureInfo.InvariantCulture, $"a thread of {post.Rest.Count + 1} parts is more than Bluesky publishes at once, which is {BlueskyRules.MostParts}; make two threads of it");

        return post.Rest.Select(part => part.Post).Prepend(post).Select(part => ProblemOf(part, rules)).FirstOrDefault(problem => problem is not null);
    }

    private static string? ProblemOf(Outgoing post, NetworkRules rules)
    {
        if (post.Text.Length == 0 && post.Media.Count == 0 && post.Extras.Card is null && post.Extras.Quotes is null)
            return "nothing is said, and nothing is shown";

        if (IsBroken(post.Text))
            return "half a character stands in the text (a surrogate without the other); write it anew";

        if (rules.Count(post.Text) is { Fits: false } count)
            return $"it does not fit: {count}";

        return post.Media.Count > 0 && post.Extras.Card is not null ? "Bluesky shows either pictures or a link card below a post; leave one of them out" : null;
    }

    private static bool IsBroken(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                place++;
            else if (char.IsSurrogate(text[place]))
                return true;
        }

        return false;
    }
}
