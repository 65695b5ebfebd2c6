using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// People who take part when a post says what to answer, as giveaways do ("Answer “me, please”."): most of them rightly, some twice, some in other words, some who do not
/// follow. Those who are answered then thank, or are silent. There are none but where the setting <c>entries</c> asks for them, so that nothing else changes.
/// </summary>
internal sealed partial class Contest(int entries, string seed, IRandom random)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(5);

    public bool IsOn => entries > 0;

    /// <summary>What a post asks to answer; null where it asks for nothing.</summary>
    public static string? PhraseOf(string text) => Quoted().Match(text) is { Success: true } quoted ? quoted.Groups[1].Value.TrimEnd('.', ',') : null;

    /// <summary>Who takes part in what a post offers, and how.</summary>
    public IReadOnlyList<Reaction> ReactTo(StoredPost post, IReadOnlyList<Follower> followers)
    {
        if (!IsOn || PhraseOf(post.Text) is not { } phrase)
            return [];

        var dice = random.Seeded(string.Create(CultureInfo.InvariantCulture, $"{seed}/{post.Handle}/{post.Number}/entries"));
        var asked = new StringBuilder(phrase);
        foreach (System.Text.RegularExpressions.Match marked in Marked().Matches(post.Text))
            asked.Append(' ').Append(marked.Value);

        var crowd = followers.Select(follower => follower.Handle).ToArray();
        var reactions = new List<Reaction>(entries + (entries / 3));
        for (var place = 0; place < entries; place++)
        {
            var actor = place < crowd.Length && dice.NextDouble() > 0.05 ? Draw(crowd, place, dice) : Passer(place, dice);
            var text = dice.NextDouble() < 0.04 ? "What can be won?" : asked.ToString();
            reactions.Add(Of(NetworkEventKind.Reply, actor, text, dice));
            if (dice.NextDouble() < 0.05)
                reactions.Add(Of(NetworkEventKind.Reply, actor, $"{asked}!!", dice));

            if (dice.NextDouble() < 0.25)
                reactions.Add(Of(NetworkEventKind.Repost, actor, "", dice));
        }

        return reactions;
    }

    /// <summary>What somebody who took part does about our answer: two of three thank, at their leisure.</summary>
    public IReadOnlyList<Reaction> Thank(StoredPost answer, string actor)
    {
        var dice = random.Seeded($"{seed}/{answer.Handle}/{actor}/{answer.Text}");
        return dice.NextDouble() < 2.0 / 3 ? [Of(NetworkEventKind.Reply, actor, "Thank you, I can hardly believe it!", dice)] : [];
    }

    // The next of a shuffle that goes only as far as it is needed.
    private static string Draw(string[] crowd, int place, IRandom dice)
    {
        var other = dice.Next(place, crowd.Length);
        (crowd[place], crowd[other]) = (crowd[other], crowd[place]);
        return crowd[place];
    }

    // Numbers from a million on are nobody's who follows or has come along.
    private static string Passer(int place, IRandom dice) => string.Create(CultureInfo.InvariantCulture, $"passer{1_000_000 + place + dice.Next(0, 2)}");

    private static Reaction Of(NetworkEventKind kind, string actor, string text, IRandom dice)
    {
        var part = dice.NextDouble();
        return new Reaction { Kind = kind, Actor = actor, Text = text, Language = "en", After = Soonest + TimeSpan.FromMilliseconds(Math.Floor((Latest - Soonest).TotalMilliseconds * part * part)) };
    }

    [GeneratedRegex("\\b(?:answer|svar|antwortet|répondez)\\s+[“«„]\\s*([^”»“]{2,80}?)\\s*[”»“]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<!\w)[@#]\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
