using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>Says what is wrong with terms, all of it at once, before anything is written down.</summary>
internal static class TermsCheck
{
    private const int LongestId = 40;
    private const int LongestTitle = 60;
    private const int MostPrizes = 100;

    /// <exception cref="WrongUseException">Something is wrong.</exception>
    public static void Refuse(GiveawayTerms terms, IProfiles profiles, DateTimeOffset now)
    {
        var problems = ProblemsOf(terms, profiles, now).ToList();
        if (problems.Count > 0)
            throw new WrongUseException($"The giveaway \"{terms.Title}\" cannot be: {string.Join("; ", problems)}. Nothing was written down.");
    }

    private static IEnumerable<string> ProblemsOf(GiveawayTerms terms, IProfiles profiles, DateTimeOffset now)
    {
        if (terms.Id.Length is 0 or > LongestId || terms.Id.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") >= 0)
            yield return $"\"{terms.Id}\" is no id: take small letters, digits and hyphens, at most {LongestId}";

        if (string.IsNullOrWhiteSpace(terms.Title) || terms.Title.Length > LongestTitle || terms.Title.AsSpan().IndexOfAny('\n', '\r') >= 0)
            yield return $"its title is empty or has more than {LongestTitle} letters or lines";

        if (terms.Prizes.Count is 0 or > MostPrizes || terms.Prizes.Any(string.IsNullOrWhiteSpace))
            yield return $"it needs prizes, from 1 to {MostPrizes}, each with a name";

        if (terms.Announcement.Count == 0)
            yield return "no profile announces it";

        foreach (var variant in terms.Announcement)
        {
            if (WhyNot(variant, profiles) is { } problem)
                yield return problem;
        }

        if (terms.Announcement.DistinctBy(variant => variant.Profile).Count() != terms.Announcement.Count)
            yield return "a profile announces it twice";

        if (terms.ClosesAt <= now)
            yield return $"it would close at {terms.ClosesAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, which has passed";

        if (terms.Claim < TimeSpan.FromMinutes(1))
            yield return "winners have less than a minute to answer";

        if (terms.Lead < TimeSpan.FromMinutes(1))
            yield return "the round that decides would come less than a minute after it is named: nobody could see that it was named before";
    }

    private static string? WhyNot(Variant variant, IProfiles profiles)
    {
        if (!profiles.All.Any(profile => profile.Name == variant.Profile))
            return $"there is no profile {variant.Profile}.{Nearest.Hint(variant.Profile, [.. profiles.All.Select(profile => profile.Name)])}".TrimEnd('.');

        return !profiles[variant.Profile].CanSend ? $"{variant.Profile} only listens, and announces nothing"
            : string.IsNullOrWhiteSpace(variant.Text) ? $"{variant.Profile} has nothing to say"
            : null;
    }
}
