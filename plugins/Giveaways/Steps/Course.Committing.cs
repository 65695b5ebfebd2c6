using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>
/// The digest of the list, that of the rules, and the round that will decide are published before the round exists. What was published too late decides nothing: another
/// round is named, and the log says so.
/// </summary>
internal sealed partial class Course
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(30);

    /// <summary>Names the round and publishes.</summary>
    public Task CommitAsync(StoredGiveaway giveaway, CancellationToken cancel) => CommitAsync(giveaway, 0, cancel);

    /// <summary>Names a round and publishes.</summary>
    /// <param name="round">The round; 0 for the first after the lead of the terms.</param>
    /// <exception cref="WrongUseException">It is not frozen, or the round has come or comes too soon.</exception>
    public async Task CommitAsync(StoredGiveaway giveaway, long round, CancellationToken cancel)
    {
        if (giveaway.State != GiveawayState.Frozen)
            throw NotNow(giveaway, "is committed to a round", GiveawayState.Frozen);

        var named = round == 0 ? Quicknet.FirstAfter(Now + giveaway.Terms.Lead) : round;
        RefuseKnown(named);
        var naming = giveaway.Naming + 1;
        var step = CommitStep(naming);
        var words = await CommitmentAsync(giveaway, named, cancel);
        var moved = await table.MoveAsync(
            giveaway,
            GiveawayState.Committing,
            async transaction =>
            {
                await transaction.WriteAsync($"update giveaways_giveaway set naming = {(long)naming}, round = {named} where id = {giveaway.Id}");
                await Sayings.PrepareAsync(transaction, giveaway.Id, step, words);
            },
            "named",
            json =>
            {
                json.WriteNumber("round", named);
                json.WriteString("comes", Quicknet.TimeOf(named).UtcDateTime.ToString(ChainLog.Instant, CultureInfo.InvariantCulture));
                json.WriteString("list", giveaway.ListDigest);
                json.WriteString("terms", giveaway.TermsDigest);
            },
            cancel);
        if (moved)
            await GoOnCommittingAsync(await table.ReadAsync(giveaway.Id, cancel), cancel);
    }

    /// <summary>Publishes what was named, or finds that it is out.</summary>
    public async Task GoOnCommittingAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        var said = await _sayings.PublishAsync(giveaway, CommitStep(giveaway.Naming), cancel);
        var comes = Quicknet.TimeOf(giveaway.Round);

        // One post in time is enough: after it, the world could know.
        if (said.Out.Count > 0 && said.Out.Min(saying => saying.SentAt) is { } at && at < comes)
        {
            await table.MoveAsync(
                giveaway,
                GiveawayState.Committed,
                _ => Task.CompletedTask,
                "committed",
                json =>
                {
                    json.WriteNumber("round", giveaway.Round);
                    WritePosts(json, said);
                },
                at > Now ? at : Now,
                cancel);
            await table.NoteProblemAsync(giveaway.Id, said.Problem, cancel);
        }
        else if (said.Out.Count > 0 || Now >= comes)
        {
            // What leaves after another round is named would say two.
            if (await _sayings.TakeBackAsync(giveaway.Id, CommitStep(giveaway.Naming), "its round came too soon", cancel) && said.Out.Count == 0)
            {
                await GoOnCommittingAsync(giveaway, cancel);
                return;
            }

            await UnnameAsync(giveaway, said.Out.Count > 0 ? "it was published after the round had come" : "it was not published before the round came", cancel);
        }
        else
        {
            throw new PluginHostException(
                $"The round of {giveaway.Id} is not published: {said.Problem}.{(said.IsRefused ? $" After {Wall(comes)} another round is named." : "")}");
        }
    }

    // Nothing was drawn by it, and nothing will be.
    private Task UnnameAsync(StoredGiveaway giveaway, string why, CancellationToken cancel) => table.MoveAsync(
        giveaway,
        GiveawayState.Frozen,
        transaction => transaction.WriteAsync($"update giveaways_giveaway set round = 0 where id = {giveaway.Id}"),
        "unnamed",
        json =>
        {
            json.WriteNumber("round", giveaway.Round);
            json.WriteString("reason", why);
        },
        cancel);

    private void RefuseKnown(long round)
    {
        if (round > Quicknet.RoundAt(Now + Furthest))
        {
            throw new WrongUseException(string.Create(
                CultureInfo.InvariantCulture,
                $"Round {round} comes more than {Furthest.Days} days from now: nobody waits so long. Take a sooner one, such as {Quicknet.FirstAfter(Now + TimeSpan.FromMinutes(10))}, or none: then one is chosen."));
        }

        var comes = Quicknet.TimeOf(round);
        if (round < 1 || comes <= Now)
        {
            throw new WrongUseException(string.Create(
                CultureInfo.InvariantCulture,
                $"Round {round} came at {Wall(comes)}: what it says is known, so it can decide nothing. "
                + $"Take one that is to come, such as {Quicknet.FirstAfter(Now + TimeSpan.FromMinutes(10))}, or none: then one is chosen."));
        }

        if (comes < Now + TimeSpan.FromSeconds(30))
            throw new WrongUseException(string.Create(CultureInfo.InvariantCulture, $"Round {round} comes within half a minute: nobody could see that it was named before. Take a later one."));
    }

    private static string CommitStep(int naming) => string.Create(CultureInfo.InvariantCulture, $"commit:{naming}");

    private static string Words(StoredGiveaway giveaway, long round) => string.Create(
        CultureInfo.InvariantCulture,
        $"{giveaway.Terms.Title}: {Counted.Of(giveaway.Entrants, "takes part", "take part")}, {Counted.Of(Math.Min(giveaway.Entrants, giveaway.Terms.Prizes.Count), "wins", "win")}.\n"
        + $"list {giveaway.ListDigest}\nrules {giveaway.TermsDigest}\n"
        + $"drand quicknet {round}, {Quicknet.TimeOf(round).UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
