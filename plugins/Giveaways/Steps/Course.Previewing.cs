using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>What each step would say, to the letter, before it is said. Where the step cannot be, that is said in its own words.</summary>
internal sealed partial class Course
{
    /// <summary>What announcing it would say.</summary>
    public async Task<Preview> PreviewAnnouncementAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        RefuseToAnnounce(giveaway);
        var committed = await _sayings.ReadAsync(giveaway.Id, AnnounceStep, cancel);
        return new Preview
        {
            Question = $"Announce {giveaway.Id} in public?",
            When = [$"When: now. Who answers until {Wall(giveaway.ClosesAt)} may win."],
            Words = committed.Count > 0 ? [.. committed.Select(saying => saying.ToVariant())] : await _sayings.FitAsync(giveaway.Terms.Announcement, cancel),
        };
    }

    /// <summary>What committing it to a round would say.</summary>
    public async Task<Preview> PreviewCommitmentAsync(StoredGiveaway giveaway, long round, CancellationToken cancel)
    {
        if (giveaway.State is not (GiveawayState.Frozen or GiveawayState.Committing))
            throw NotNow(giveaway, "is committed to a round", GiveawayState.Frozen);

        // What was begun is gone on with, in the words that were committed.
        var isBegun = giveaway.State == GiveawayState.Committing;
        var named = isBegun ? giveaway.Round : round == 0 ? Quicknet.FirstAfter(Now + giveaway.Terms.Lead) : round;
        if (!isBegun)
            RefuseKnown(named);

        return new Preview
        {
            Question = $"Publish which round decides about {giveaway.Id}?",
            When =
            [
                string.Create(CultureInfo.InvariantCulture, $"When: now. Round {named} comes at {Wall(Quicknet.TimeOf(named))}, and nothing can be chosen any more."),
                .. round == 0 && !isBegun ? (string[])["Where the answer takes a while, a round is named that comes so much later."] : [],
            ],
            Words = isBegun
                ? [.. (await _sayings.ReadAsync(giveaway.Id, CommitStep(giveaway.Naming), cancel)).Select(saying => saying.ToVariant())]
                : await CommitmentAsync(giveaway, named, cancel),
        };
    }

    /// <summary>What would be said once it is drawn.</summary>
    public async Task<Preview> PreviewDrawAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        RefuseToDraw(giveaway);
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var speakers = giveaway.Terms.Announcement.Select(variant => profiles[variant.Profile]).ToList();
        return new Preview
        {
            Question = string.Create(CultureInfo.InvariantCulture, $"Draw {giveaway.Id} by round {giveaway.Round}? It is drawn once."),
            When = [giveaway.Terms.ByHand ? "Nothing is said by that: giveaways.notify tells the winners." : "When: now. Winners are told at once where the workspace is served, each in answer to what they said:"],
            Words = giveaway.Terms.ByHand ? [] : [.. speakers.Select(profile => new Variant { Profile = profile.Name, Text = NoticeIn(giveaway, profile.Language) })],
        };
    }

    /// <summary>What telling the winners would say.</summary>
    public async Task<Preview> PreviewNoticesAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        if (giveaway.State != GiveawayState.Drawn)
            throw NotNow(giveaway, "its winners are told", GiveawayState.Drawn);

        var untold = (await OpenAsync(giveaway, cancel)).Where(award => award.ToldAt is null).ToList();
        var words = new List<Variant>();
        foreach (var award in untold)
        {
            var committed = award.ClaimUntil is null ? [] : await _sayings.ReadAsync(giveaway.Id, award.Step, cancel);
            words.AddRange(committed.Count > 0 ? committed.Select(saying => saying.ToVariant()) : await NoticeAsync(giveaway, award.Number, award.Entrant, Now + giveaway.Terms.Claim, cancel));
        }

        if (words.Count == 0)
            throw new WrongUseException($"Every winner of {giveaway.Id} was told. giveaways.show giveaway={giveaway.Id} says what comes next.");

        return new Preview
        {
            Question = untold.Count == 1 ? $"Tell one winner of {giveaway.Id} in public?" : $"Tell {untold.Count} winners of {giveaway.Id} in public?",
            When = [$"When: now. Each has until about {Wall(Now + giveaway.Terms.Claim)} to answer."],
            Words = words,
        };
    }

    /// <summary>What passing a prize on would say.</summary>
    public async Task<Preview> PreviewPassingOnAsync(StoredGiveaway giveaway, int prize, string reason, CancellationToken cancel)
    {
        var award = await ReadOpenAsync(giveaway, prize, cancel);
        RefuseTooSoon(award, reason);
        var last = (await table.ReadAwardsAsync(giveaway.Id, cancel)).Max(each => each.Place);
        var order = await OrderAsync(giveaway, cancel);
        var from = await table.ReadEntrantAsync(giveaway.Id, award.Entrant, cancel);
        var next = last < order.Count ? await table.ReadEntrantAsync(giveaway.Id, order[last], cancel) : null;
        return new Preview
        {
            Question = string.Create(CultureInfo.InvariantCulture, $"Take prize {prize} of {giveaway.Id} from {from.Handle}? The proof shows it."),
            When =
            [
                next is null ? "Nobody is left to whom it could go." : $"It goes to {next.Handle}.",
                next is null || giveaway.Terms.ByHand ? "Nothing is said by that." : "When: now.",
            ],
            Words = next is null || giveaway.Terms.ByHand ? [] : await NoticeAsync(giveaway, prize, next.Id, Now + giveaway.Terms.Claim, cancel),
        };
    }

    private Task<IReadOnlyList<Variant>> CommitmentAsync(StoredGiveaway giveaway, long round, CancellationToken cancel) => _sayings.FitAsync(
        giveaway.Terms.Announcement.Select(variant => new Variant { Profile = variant.Profile, Language = "en", Text = Words(giveaway, round) }), cancel);

    private async Task<IReadOnlyList<Variant>> NoticeAsync(StoredGiveaway giveaway, int prize, string winner, DateTimeOffset until, CancellationToken cancel)
    {
        var entrant = await table.ReadEntrantAsync(giveaway.Id, winner, cancel);
        var profile = (await host.Services.GetAsync<IProfiles>(cancel))[entrant.Profile];
        var text = NoticeIn(giveaway, profile.Language).Replace("{handle}", entrant.Handle, StringComparison.Ordinal)
            .Replace("{prize}", giveaway.Terms.Prizes[prize - 1], StringComparison.Ordinal)
            .Replace("{title}", giveaway.Terms.Title, StringComparison.Ordinal)
            .Replace("{until}", TimeZoneInfo.ConvertTime(until, host.Workspace.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return await _sayings.FitAsync([new Variant { Profile = profile.Name, Text = text, InReplyTo = entrant.RemoteId }], cancel);
    }

    private async Task<IReadOnlyList<string>> OrderAsync(StoredGiveaway giveaway, CancellationToken cancel) =>
        Draw.Order(await ReadListAsync(giveaway, cancel), Draw.RandomnessOf(Convert.FromHexString(giveaway.Signature)));

    private static string NoticeIn(StoredGiveaway giveaway, string language) =>
        giveaway.Terms.Notice.GetValueOrDefault(language) ?? giveaway.Terms.Notice.GetValueOrDefault("") ?? Plain;

    // As the clock on the wall shows it.
    private string Wall(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone).ToString(instant.Second == 0 ? "yyyy-MM-dd HH:mm zzz" : "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
