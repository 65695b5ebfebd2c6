using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>
/// Finds what another profile on the same network says too, in this post or within some weeks of it: X takes the same or substantially similar text on several
/// accounts for spam. What is said in another language is another text.
/// </summary>
internal sealed class SiblingLinter(Func<CancellationToken, Task<IEarlierTexts>> earlier, TimeSpan within) : Linter
{
    private const double Similar = 0.6;

    public override async Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel)
    {
        var siblings = lint.Profiles
            .Where(other => other.Name != lint.Profile.Name && other.CanSend && other.RealNetwork == lint.Profile.RealNetwork)
            .ToDictionary(other => other.Name);
        if (siblings.Count == 0)
            return [];

        return InPlan(lint, siblings) is { } said ? [said] : await InOutboxAsync(lint, siblings, cancel) is { } found ? [found] : [];
    }

    // The first of two that say the same may; the other one is told.
    private static Finding? InPlan(Lint lint, Dictionary<string, Profile> siblings)
    {
        var mine = lint.Parts.Select(Shingles.Of).ToList();
        foreach (var other in lint.Plan.Variants.TakeWhile(other => other.Profile != lint.Variant.Profile))
        {
            if (!siblings.TryGetValue(other.Profile, out var sibling) || !IsSameLanguage(lint.Language, other.Language.Length > 0 ? other.Language : sibling.Language))
                continue;

            foreach (var theirs in other.More.Prepend(other.Text).Select(Shingles.Of))
            {
                if (mine.FirstOrDefault(part => part.Similarity(theirs) >= (part.IsShort ? 1 : Similar)) is { } same)
                    return Tell(lint, same.Similarity(theirs), $"what {other.Profile} says in the same post");
            }
        }

        return null;
    }

    private async Task<Finding?> InOutboxAsync(Lint lint, Dictionary<string, Profile> siblings, CancellationToken cancel)
    {
        var texts = await earlier(cancel);
        foreach (var part in lint.Parts)
        {
            var found = await texts.FindSimilarAsync(
                new SimilarSearch
                {
                    Text = part,
                    Profiles = [.. siblings.Keys],
                    From = lint.At - DateTimeOffset.MinValue > within ? lint.At - within : DateTimeOffset.MinValue,
                    To = DateTimeOffset.MaxValue - lint.At > within ? lint.At + within : DateTimeOffset.MaxValue,
                    AtLeast = Similar,
                    Except = lint.Post,
                },
                cancel);
            if (found.FirstOrDefault(text => IsSameLanguage(lint.Language, text.Language)) is { } same)
                return Tell(lint, same.Similarity, $"post {same.Post} of {same.Profile} ({same.At:yyyy-MM-dd})");
        }

        return null;
    }

    private static bool IsSameLanguage(string left, string right) =>
        left.Length == 0 || right.Length == 0 || string.Equals(left.Split('-')[0], right.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    private static Finding Tell(Lint lint, double similarity, string what) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The text is {(similarity >= 1 ? "the same as" : $"{Math.Floor(similarity * 100)} % the same as")} {what}. ")
            + (lint.Profile.RealNetwork == "x" ? "X takes that for spam. " : "") + "Say it in other words.",
    };
}
