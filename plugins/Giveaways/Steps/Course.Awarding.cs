using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>Winners are told, each once, and have time to answer; who does not, or may not win, makes room for the next in the order of the draw.</summary>
internal sealed partial class Course
{
    public const string Plain = "@{handle} You have won: {prize} ({title}). Answer here until {until} and it is yours.";

    private async Task AwardAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        var problems = giveaway.Terms.ByHand ? await TellBegunAsync(giveaway, cancel) : await TellOpenAsync(giveaway, cancel);

        // Before somebody is taken for silent, they are listened to once more.
        if ((await OpenAsync(giveaway, cancel)).Any(award => award is { ToldAt: not null, ClaimUntil: { } until } && Now >= until + grace))
            await CollectAsync(cancel);

        await HearClaimsAsync(giveaway, cancel);
        if (!giveaway.Terms.ByHand)
            await PassOnSilentAsync(giveaway, cancel);

        await table.NoteProblemAsync(giveaway.Id, string.Join(" ", problems), cancel);
    }

    private async Task PassOnSilentAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        // Who was not told is not silent.
        foreach (var award in await OpenAsync(giveaway, cancel))
        {
            if (award is { ToldAt: not null, ClaimUntil: { } until } && Now >= until + grace)
                await PassOnAsync(giveaway, award, SilenceOf(until), cancel);
        }

        if ((await OpenAsync(giveaway, cancel)).Count == 0)
            await CloseAsync(giveaway, "every prize is handed out, or nobody is left", cancel);
    }

    /// <summary>Tells those who have won and were not told.</summary>
    public async Task TellAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        if (giveaway.State != GiveawayState.Drawn)
            throw NotNow(giveaway, "its winners are told", GiveawayState.Drawn);

        var problems = await TellOpenAsync(giveaway, cancel);
        if (problems.Count > 0)
            throw new PluginHostException(string.Join(" ", problems));
    }

    private async Task<IReadOnlyList<string>> TellOpenAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        var problems = new List<string>();
        foreach (var award in (await OpenAsync(giveaway, cancel)).Where(award => award.ClaimUntil is null))
        {
            try
            {
                await PrepareNoticeAsync(giveaway, award, cancel);
            }
            catch (PluginHostException problem)
            {
                problems.Add(NotTold(giveaway, award, problem.Message));
            }
        }

        return [.. problems, .. await TellBegunAsync(giveaway, cancel)];
    }

    // What was committed, and is not known to be out.
    private async Task<IReadOnlyList<string>> TellBegunAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        // One of them who cannot be told keeps nobody else waiting.
        var problems = new List<string>();
        foreach (var award in (await OpenAsync(giveaway, cancel)).Where(award => award is { ClaimUntil: not null, ToldAt: null }))
        {
            try
            {
                var said = await _sayings.PublishAsync(giveaway, award.Step, cancel);
                if (said.Out.Count > 0)
                    await NoteToldAsync(giveaway, award, said, cancel);
                else
                    problems.Add(NotTold(giveaway, award, said.Problem));
            }
            catch (PluginHostException problem)
            {
                problems.Add(NotTold(giveaway, award, problem.Message));
            }
        }

        return problems;
    }

    private static string NotTold(StoredGiveaway giveaway, StoredAward award, string why) => string.Create(
        CultureInfo.InvariantCulture,
        $"The winner of prize {award.Number} is not told: {why.TrimEnd('.')}. giveaways.claim or giveaways.pass-on giveaway={giveaway.Id} prize={award.Number} go on without.");

    private async Task PrepareNoticeAsync(StoredGiveaway giveaway, StoredAward award, CancellationToken cancel)
    {
        var until = Now + giveaway.Terms.Claim;
        var variants = await NoticeAsync(giveaway, award.Number, award.Entrant, until, cancel);
        await table.Store.TransactAsync(
            async transaction =>
            {
                var isNew = await transaction.WriteAsync(
                    $"""
                    update giveaways_award set claim_until = {until}
                    where giveaway = {giveaway.Id} and number = {(long)award.Number} and turn = {(long)award.Turn} and state = 'offered' and claim_until is null
                    """);
                if (isNew == 1)
                    await Sayings.PrepareAsync(transaction, giveaway.Id, award.Step, variants);

                return isNew;
            },
            cancel);
    }

    private Task<int> NoteToldAsync(StoredGiveaway giveaway, StoredAward award, Said said, CancellationToken cancel) => table.Store.TransactAsync(
        async transaction =>
        {
            // Who was told late has no less time for it.
            var at = said.Out[0].SentAt!.Value;
            var until = at + giveaway.Terms.Claim > award.ClaimUntil ? at + giveaway.Terms.Claim : award.ClaimUntil;
            var told = await transaction.WriteAsync(
                $"""
                update giveaways_award set told_at = {at}, claim_until = {until}
                where giveaway = {giveaway.Id} and number = {(long)award.Number} and turn = {(long)award.Turn} and told_at is null
                """);
            if (told == 0)
                return 0;

            await ChainLog.AppendAsync(transaction, giveaway.Id, "told", Now, json =>
            {
                WriteAward(json, award);
                WritePosts(json, said);
            });
            return 1;
        },
        cancel);

    /// <summary>Hears who of the winners has answered by now.</summary>
    public async Task HearAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        await CollectAsync(cancel);
        await HearClaimsAsync(giveaway, cancel);
    }

    private async Task HearClaimsAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        foreach (var award in await OpenAsync(giveaway, cancel))
        {
            var entrant = await table.ReadEntrantAsync(giveaway.Id, award.Entrant, cancel);
            var answers = await _ear.ReadAsync(giveaway.Id, award.Step, cancel);
            var answer = answers.FirstOrDefault(answer => answer.Kind == Answer.Reply && answer.Handle == entrant.Handle && answer.At <= award.ClaimUntil);
            if (answer is not null)
                await ClaimAsync(giveaway, award, $"answered with {answer.RemoteId} at {answer.At.UtcDateTime.ToString(ChainLog.Instant, CultureInfo.InvariantCulture)}", cancel);
        }
    }

    /// <summary>Notes that a winner has taken the prize.</summary>
    /// <exception cref="PluginHostException">They are being told right now.</exception>
    public async Task<bool> ClaimAsync(StoredGiveaway giveaway, StoredAward award, string how, CancellationToken cancel)
    {
        await _sayings.TakeBackAsync(giveaway.Id, award.Step, "the prize was taken", cancel);
        return await EndAsync(giveaway, award, AwardState.Claimed, how, _ => Task.FromResult(""), cancel);
    }

    /// <summary>Gives a prize to the next in the order of the draw.</summary>
    /// <exception cref="PluginHostException">The winner is being told right now, or was a moment ago.</exception>
    public async Task<bool> PassOnAsync(StoredGiveaway giveaway, StoredAward award, string reason, CancellationToken cancel)
    {
        if (await _sayings.TakeBackAsync(giveaway.Id, award.Step, "the prize was passed on", cancel) && award.ToldAt is null)
            throw new PluginHostException(string.Create(CultureInfo.InvariantCulture, $"The winner of prize {award.Number} of {giveaway.Id} was told a moment ago. Is it still to be passed on? Then ask again."));

        var order = await OrderAsync(giveaway, cancel);
        return await EndAsync(
            giveaway,
            award,
            AwardState.PassedOn,
            reason,
            async transaction =>
            {
                var last = (int)(await transaction.ReadAsync($"select max(place) as place from giveaways_award where giveaway = {giveaway.Id}", row => row.Integer("place")))[0];
                if (last >= order.Count)
                    return "";

                await OfferAsync(transaction, giveaway, award.Number, award.Turn + 1, order[last], last + 1);
                return order[last];
            },
            cancel);
    }

    private Task<bool> EndAsync(
        StoredGiveaway giveaway, StoredAward award, AwardState state, string reason, Func<IStoreTransaction, Task<string>> next, CancellationToken cancel) => table.Store.TransactAsync(
        async transaction =>
        {
            var ended = await transaction.WriteAsync(
                $"""
                update giveaways_award set state = {States.Text(state)}, reason = {reason}, ended_at = {Now}
                where giveaway = {giveaway.Id} and number = {(long)award.Number} and turn = {(long)award.Turn} and state = 'offered'
                """);
            if (ended == 0)
                return false;

            var to = await next(transaction);
            await ChainLog.AppendAsync(transaction, giveaway.Id, States.Text(state), Now, json =>
            {
                WriteAward(json, award);
                json.WriteString("reason", reason);
                if (state == AwardState.PassedOn)
                    json.WriteString("to", to);
            });
            return true;
        },
        cancel);

    /// <exception cref="WrongUseException">Nobody gives a reason, and the winner's time has not run out.</exception>
    public void RefuseTooSoon(StoredAward award, string reason)
    {
        var hasRunOut = award is { ToldAt: not null, ClaimUntil: { } until } && until + grace <= Now;
        if (string.IsNullOrWhiteSpace(reason) && !hasRunOut)
        {
            throw new WrongUseException(string.Create(
                CultureInfo.InvariantCulture,
                $"The winner of prize {award.Number} {(award.ToldAt is null ? "was not told yet" : $"has time until {Wall(award.ClaimUntil!.Value)}, and networks tell some of it late")}. To pass it on before, give the reason: reason=…"));
        }
    }

    /// <summary>The open turn of a prize.</summary>
    /// <exception cref="WrongUseException">There is no such prize, or it is nobody's to take or pass on.</exception>
    public async Task<StoredAward> ReadOpenAsync(StoredGiveaway giveaway, int prize, CancellationToken cancel) =>
        giveaway.State != GiveawayState.Drawn ? throw NotNow(giveaway, "its prizes are handed out", GiveawayState.Drawn)
        : (await OpenAsync(giveaway, cancel)).FirstOrDefault(award => award.Number == prize) ?? throw new WrongUseException(string.Create(
            CultureInfo.InvariantCulture, $"Nobody is waited for with prize {prize} of {giveaway.Id}. giveaways.show giveaway={giveaway.Id} lists the prizes."));

    private async Task<IReadOnlyList<StoredAward>> OpenAsync(StoredGiveaway giveaway, CancellationToken cancel) =>
        [.. (await table.ReadAwardsAsync(giveaway.Id, cancel)).Where(award => award.State == AwardState.Offered)];

    /// <summary>Why a silent winner's prize goes on; the time is part of the log.</summary>
    public static string SilenceOf(DateTimeOffset until) => $"did not answer until {until.UtcDateTime.ToString(ChainLog.Instant, CultureInfo.InvariantCulture)}";

    private static void WriteAward(System.Text.Json.Utf8JsonWriter json, StoredAward award)
    {
        json.WriteNumber("prize", award.Number);
        json.WriteNumber("turn", award.Turn);
        json.WriteString("id", award.Entrant);
    }
}
