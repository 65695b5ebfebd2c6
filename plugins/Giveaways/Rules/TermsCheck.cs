using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>Says what is wrong with terms, all of it at once, before anything is written down.</summary>
/// <param name="profiles">The profiles that there are.</param>
/// <param name="zone">The zone in which instants are told.</param>
/// <param name="now">What is the past.</param>
internal sealed class TermsCheck(IProfiles profiles, TimeZoneInfo zone, DateTimeOffset now)
{
    private const int LongestId = 40;
    private const int LongestTitle = 60;
    private const int MostPrizes = 100;

    /// <exception cref="WrongUseException">Something is wrong.</exception>
    public void Refuse(GiveawayTerms terms)
    {
        var problems = Of(terms).Select(problem => problem.What).ToList();
        if (problems.Count > 0)
            throw new WrongUseException($"The giveaway \"{terms.Title}\" cannot be: {string.Join("; ", problems)}. Nothing was written down.");
    }

    /// <summary>What is wrong, each with the key that it stands under in a file.</summary>
    public IEnumerable<TermsProblem> Of(GiveawayTerms terms)
    {
        if (WhyNotId(terms.Id) is { } wrong)
            yield return new TermsProblem { Key = "", What = wrong };

        if (string.IsNullOrWhiteSpace(terms.Title) || terms.Title.Length > LongestTitle || terms.Title.AsSpan().IndexOfAny('\n', '\r') >= 0)
            yield return new TermsProblem { Key = "title", What = $"its title is empty or has more than {LongestTitle} letters or lines" };

        if (terms.Prizes.Count is 0 or > MostPrizes || terms.Prizes.Any(string.IsNullOrWhiteSpace))
            yield return new TermsProblem { Key = "prizes", What = $"it needs prizes, from 1 to {MostPrizes}, each with a name" };

        if (terms.Announcement.Count == 0)
            yield return new TermsProblem { Key = "announce", What = "no profile announces it" };

        foreach (var variant in terms.Announcement)
        {
            if (WhyNot(variant) is { } problem)
                yield return new TermsProblem { Section = "announce", Key = variant.Profile, What = problem };
        }

        if (terms.Announcement.DistinctBy(variant => variant.Profile).Count() != terms.Announcement.Count)
            yield return new TermsProblem { Key = "announce", What = "a profile announces it twice" };

        if (terms.ClosesAt <= now)
        {
            yield return new TermsProblem
            {
                Key = "closes",
                What = $"it would close at {TimeZoneInfo.ConvertTime(terms.ClosesAt, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}, which has passed",
            };
        }

        if (terms.Claim < TimeSpan.FromMinutes(1))
            yield return new TermsProblem { Key = "claim", What = "winners have less than a minute to answer" };

        if (terms.Lead < TimeSpan.FromMinutes(1))
        {
            yield return new TermsProblem
            {
                Key = "lead",
                What = "the round that decides would come less than a minute after it is named: nobody could see that it was named before",
            };
        }
    }

    /// <summary>Why a text names no giveaway; null where it does.</summary>
    public static string? WhyNotId(string id) => id.Length is 0 or > LongestId || id.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") >= 0
        ? $"\"{id}\" is no id: take small letters, digits and hyphens, at most {LongestId}"
        : null;

    private string? WhyNot(Variant variant)
    {
        var sending = profiles.All.Where(profile => profile.CanSend).Select(profile => profile.Name).ToList();
        if (!profiles.All.Any(profile => profile.Name == variant.Profile))
            return $"there is no profile {variant.Profile}.{Nearest.Hint(variant.Profile, sending)}".TrimEnd('.');

        return !profiles[variant.Profile].CanSend ? $"{variant.Profile} only listens, and announces nothing"
            : string.IsNullOrWhiteSpace(variant.Text) ? $"{variant.Profile} has nothing to say"
            : null;
    }
}
