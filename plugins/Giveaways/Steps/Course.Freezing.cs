using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>Answers are collected, and at the end it is fixed who takes part: with what was true of each, and when.</summary>
internal sealed partial class Course
{
    // Networks look so many up at once at least.
    private const int HandlesAtOnce = 100;

    /// <summary>Hears what there is to hear.</summary>
    public async Task CollectAsync(CancellationToken cancel)
    {
        _listenedAt = host.Clock.GetTimestamp();
        _quietUntil = await _ear.ListenAsync(cancel);
    }

    /// <summary>Hears what there is to hear, where nobody has listened for a minute.</summary>
    /// <param name="isWaitedFor">Whether something hangs on what people say now: while entries are open, nothing does yet.</param>
    /// <param name="cancel">Cancels listening.</param>
    /// <returns>When to listen again; null where that is not worth it: in a rehearsal it is known when people speak.</returns>
    public async Task<DateTimeOffset?> CollectNowAndThenAsync(bool isWaitedFor, CancellationToken cancel)
    {
        var isDue = _listenedAt is not { } before || host.Clock.GetElapsedTime(before) >= Listening;
        if (isDue)
            await CollectAsync(cancel);

        var again = Now + Listening - (isDue ? TimeSpan.Zero : host.Clock.GetElapsedTime(_listenedAt!.Value));
        if (host.Clock is not RehearsalClock)
            return again;

        return !isWaitedFor || _quietUntil == DateTimeOffset.MaxValue ? null : _quietUntil > again ? _quietUntil : again;
    }

    /// <summary>What it has said in public so far, and what it is about to say.</summary>
    public Task<IReadOnlyList<Saying>> ReadSayingsAsync(string id, CancellationToken cancel) => _sayings.ReadAllAsync(id, cancel);

    /// <summary>How many have answered so far.</summary>
    public Task<int> CountAnswersAsync(string id, CancellationToken cancel) => _ear.CountRepliesAsync(id, AnnounceStep, cancel);

    /// <summary>Fixes who takes part.</summary>
    /// <exception cref="WrongUseException">It is not open, or not over.</exception>
    /// <exception cref="PluginHostException">Nobody takes part, or a network does not tell what the rules need.</exception>
    public async Task FreezeAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        if (giveaway.State != GiveawayState.Open)
            throw NotNow(giveaway, "is frozen", GiveawayState.Open);

        if (Now < giveaway.ClosesAt)
            throw new WrongUseException($"{giveaway.Id} is open until {Wall(giveaway.ClosesAt)}: who answers until then may win. Freeze it then.");

        await CollectAsync(cancel);
        var answers = await _ear.ReadAsync(giveaway.Id, AnnounceStep, cancel);
        var entrants = await CheckAsync(giveaway, answers, cancel);
        var taking = entrants.Where(entrant => entrant.TakesPart).ToList();
        if (taking.Count == 0)
        {
            throw new PluginHostException(
                $"Nobody takes part in {giveaway.Id}: {(entrants.Count == 0 ? "nobody has answered" : $"{Counted.Of(entrants.Count, "has answered, and does not meet", "have answered, and none meets")} the rules{Most(entrants)}")}. "
                + $"giveaways.close giveaway={giveaway.Id} ends it; nothing is drawn.");
        }

        var list = EntrantList.Of(taking.Select(entrant => entrant.Id));
        var entries = answers.Count(answer => answer.Kind == Answer.Reply);
        await table.MoveAsync(
            giveaway,
            GiveawayState.Frozen,
            async transaction =>
            {
                await transaction.WriteAsync(
                    $"update giveaways_giveaway set entries = {(long)entries}, entrants = {(long)list.Ids.Count}, list_digest = {list.DigestText} where id = {giveaway.Id}");
                await GiveawayTable.AddEntrantsAsync(transaction, giveaway.Id, entrants);
            },
            "frozen",
            json =>
            {
                json.WriteNumber("answers", entries);
                json.WriteNumber("people", entrants.Count);
                json.WriteNumber("entrants", list.Ids.Count);
                json.WriteNumber("prizes", giveaway.Terms.Prizes.Count);
                json.WriteString("list", list.DigestText);
                json.WriteString("evidence", EvidenceText.DigestOf(entrants));
            },
            cancel);
    }

    private async Task<IReadOnlyList<Entrant>> CheckAsync(StoredGiveaway giveaway, IReadOnlyList<Answer> answers, CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var check = new EntryCheck(giveaway.Terms, profiles.All.Select(profile => profile.Handle).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var found = new List<Entrant>();
        foreach (var said in answers.GroupBy(answer => answer.Profile))
        {
            var replies = said.Where(answer => answer.Kind == Answer.Reply).ToList();
            found.AddRange(check.Check(replies, await AskAsync(giveaway, profiles[said.Key], replies, said.Except(replies), cancel)));
        }

        // Who has answered two of our profiles is still one person.
        return
        [
            .. found.GroupBy(entrant => entrant.Id, StringComparer.Ordinal).Select(same =>
                same.OrderByDescending(entrant => entrant.TakesPart).ThenBy(entrant => entrant.EnteredAt).First() with { Answers = same.Sum(entrant => entrant.Answers) }),
        ];
    }

    private async Task<Circumstances> AskAsync(
        StoredGiveaway giveaway, Profile profile, IReadOnlyList<Answer> replies, IEnumerable<Answer> reposts, CancellationToken cancel)
    {
        var rules = giveaway.Terms.Rules;
        var networks = await host.Services.GetAsync<INetworks>(cancel);
        var people = (await networks.ForAsync(profile, cancel)).People;
        if (people is null && (rules.Follow || rules.Age > TimeSpan.Zero))
            throw new PluginHostException($"{profile.Network} does not tell who people are, which the rules of {giveaway.Id} need: who follows, or how old an account is.");

        var known = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var handles in replies.Select(answer => answer.Handle).Distinct().Chunk(HandlesAtOnce))
        {
            foreach (var person in people is null ? [] : await people.FindManyAsync(profile, handles, cancel))
                known[person.Handle] = person;
        }

        return new Circumstances
        {
            At = Now,
            Profile = profile,
            People = known,
            Followers = rules.Follow ? (await people!.FollowersAsync(profile, cancel)).ToHashSet(StringComparer.Ordinal) : null,
            Reposters = rules.Repost ? await RepostersAsync(giveaway, profile, people, reposts, cancel) : null,
        };
    }

    // Those whom the network lists, and those who were heard to: networks list some, and tell some.
    private async Task<HashSet<string>> RepostersAsync(
        StoredGiveaway giveaway, Profile profile, People? people, IEnumerable<Answer> reposts, CancellationToken cancel)
    {
        var reposters = reposts.Select(answer => answer.Handle).ToHashSet(StringComparer.Ordinal);
        var said = (await _sayings.ReadAsync(giveaway.Id, AnnounceStep, cancel)).FirstOrDefault(saying => saying.Profile == profile.Name);
        if (people is not null && said?.RemoteId is { } post && await people.RepostersAsync(profile, post, cancel) is { } listed)
            reposters.UnionWith(listed);

        return reposters;
    }

    private static string Most(IReadOnlyList<Entrant> entrants)
    {
        var reasons = entrants.GroupBy(entrant => entrant.Reason).OrderByDescending(reason => reason.Count()).Take(3).Select(reason => $"{reason.Count()} {reason.Key}");
        return entrants.Count == 0 ? "" : $" ({string.Join(", ", reasons)})";
    }

    private static WrongUseException NotNow(StoredGiveaway giveaway, string what, GiveawayState needed) => new(
        $"{giveaway.Id} is {States.Text(giveaway.State)}, and {what} only while it is {States.Text(needed)}. giveaways.show giveaway={giveaway.Id} says what comes next.");
}
