using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// The people who read. Who they are and what they do follows from the seed, the handle and the post alone, so that a rehearsal can be repeated; when
/// it is seen is the business of <see cref="Events"/>.
/// </summary>
internal sealed class Audience(IReadOnlyList<AudienceGroup> groups, int followers, string seed, IRandom random)
{
    // Half of a handle's followers came because of its language.
    private const double CameForTheLanguage = 0.5;

    private readonly Dictionary<string, IReadOnlyList<Follower>> _followers = new(StringComparer.Ordinal);

    public IReadOnlyList<AudienceGroup> Groups => groups;

    /// <summary>How many of a handle's followers belong to a group.</summary>
    public int CountOf(AudienceGroup group)
    {
        var count = 0;
        for (var place = 0; place < followers; place++)
            count += ReferenceEquals(GroupAt(place), group) ? 1 : 0;

        return count;
    }

    /// <summary>Who followed the profile from the beginning.</summary>
    /// <param name="speaks">The language of the handle.</param>
    public IReadOnlyList<Follower> FollowersOf(string handle, string speaks)
    {
        var whose = $"{handle}/{speaks}";
        if (_followers.TryGetValue(whose, out var known))
            return known;

        var dice = random.Seeded($"{seed}/{handle}");
        var people = new List<Follower>(followers);
        for (var place = 0; place < followers; place++)
        {
            var group = GroupAt(place);
            var language = LanguageOf(group, speaks, dice);
            var (begin, name) = Pick(FirstNames.In(language), dice);
            people.Add(new Follower { Handle = Numbered(begin, place + 1), Name = name, Language = language, Group = group });
        }

        return _followers[whose] = people;
    }

    /// <summary>What they are going to do about a post. Its number counts: the same text is not answered by the same people every day.</summary>
    public IReadOnlyList<Reaction> ReactTo(StoredPost post)
    {
        var dice = random.Seeded(string.Create(CultureInfo.InvariantCulture, $"{seed}/{post.Handle}/{post.Number}/{post.Text}"));
        var reactions = new List<Reaction>();
        foreach (var follower in FollowersOf(post.Handle, post.Speaks))
        {
            var group = follower.Group;
            if (dice.NextDouble() < group.Like)
                reactions.Add(Of(NetworkEventKind.Like, follower.Handle, group, dice));

            if (dice.NextDouble() < group.Repost)
                reactions.Add(Of(NetworkEventKind.Repost, follower.Handle, group, dice));

            if (dice.NextDouble() < group.Reply && group.Replies.TryGetValue(follower.Language, out var texts) && texts.Count > 0)
            {
                var reply = Of(NetworkEventKind.Reply, follower.Handle, group, dice);
                reactions.Add(reply with { Text = Pick(texts, dice), Language = follower.Language });
            }

            if (dice.NextDouble() < group.Follow)
                reactions.Add(Of(NetworkEventKind.Follow, Newcomer(follower, dice), group, dice));
        }

        return reactions;
    }

    // The groups stand in a row, each as wide as its share, and so do the followers.
    private AudienceGroup GroupAt(int place)
    {
        var total = 0.0;
        foreach (var group in groups)
            total += group.Share;

        var left = (place + 0.5) / followers * total;
        foreach (var group in groups)
        {
            left -= group.Share;
            if (left < 0)
                return group;
        }

        return groups[^1];
    }

    private static string LanguageOf(AudienceGroup group, string speaks, IRandom dice) =>
        dice.NextDouble() < CameForTheLanguage && group.Languages.Contains(speaks)
            ? speaks
            : Pick(group.Languages, dice);

    // Numbers from 100,000 on are nobody's who followed from the beginning.
    private static string Newcomer(Follower friend, IRandom dice) =>
        Numbered(Pick(FirstNames.In(friend.Language), dice).Handle, dice.Next(100_000, 1_000_000));

    private static Reaction Of(NetworkEventKind kind, string actor, AudienceGroup group, IRandom dice)
    {
        // The cube makes most of them soon. Multiplication alone: it is the same on every machine, which powers are not.
        var part = dice.NextDouble();
        var span = (group.Latest - group.Soonest).TotalMilliseconds * (part * part * part);
        return new Reaction { Kind = kind, Actor = actor, After = group.Soonest + TimeSpan.FromMilliseconds(Math.Floor(span)) };
    }

    private static T Pick<T>(IReadOnlyList<T> items, IRandom dice) => items[dice.Next(0, items.Count)];

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
