using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Randomness;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>
/// The course of a giveaway: what comes next, and when. Nothing of it is in memory: each step is committed with its line of the log before the next begins, so that
/// whoever looks next, in whichever process, goes on where the last one was. The steps stand in the files beside this one.
/// </summary>
internal sealed partial class Course(IHost host, GiveawayTable table, IBeacon beacon, TimeSpan grace)
{
    // A relay needs a moment to hear of a round.
    private static readonly TimeSpan AfterRound = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    // A network is asked no more often than that, whoever waits.
    private static readonly TimeSpan Listening = TimeSpan.FromMinutes(1);

    private readonly Sayings _sayings = new(host);
    private readonly Ear _ear = new(host, table);

    // One step of one giveaway at a time in this process; of several processes the store decides.
    private readonly SemaphoreSlim _turn = new(1);

    private long? _listenedAt;
    private DateTimeOffset? _quietUntil;

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    /// <summary>Does what is due of a giveaway, until nothing is.</summary>
    public async Task<StoredGiveaway> GoOnAsync(string id, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await GoOnUnderTurnAsync(id, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does a step that a person asks for, and what is due then.</summary>
    public async Task<StoredGiveaway> DoAsync(string id, Func<StoredGiveaway, CancellationToken, Task> step, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await step(await table.ReadAsync(id, cancel), cancel);
            Refresh();
            return await table.ReadAsync(id, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<StoredGiveaway> GoOnUnderTurnAsync(string id, CancellationToken cancel)
    {
        var giveaway = await table.ReadAsync(id, cancel);
        while (true)
        {
            try
            {
                await DoNextAsync(giveaway, cancel);
            }
            catch (PluginHostException problem)
            {
                // It is tried again; meanwhile a person can read what stands against it.
                await table.NoteProblemAsync(id, problem.Message, cancel);
                Refresh();
                return await table.ReadAsync(id, cancel);
            }

            var after = await table.ReadAsync(id, cancel);
            if (after.State == giveaway.State && after.LogCount == giveaway.LogCount)
                return after;

            giveaway = after;
            Refresh();
        }
    }

    private Task DoNextAsync(StoredGiveaway giveaway, CancellationToken cancel) => giveaway.State switch
    {
        GiveawayState.Announcing => AnnounceAsync(giveaway, cancel),
        GiveawayState.Open when !giveaway.Terms.ByHand && Now >= giveaway.ClosesAt + grace => FreezeAsync(giveaway, cancel),
        GiveawayState.Frozen when !giveaway.Terms.ByHand => CommitAsync(giveaway, cancel),
        GiveawayState.Committing => GoOnCommittingAsync(giveaway, cancel),
        GiveawayState.Committed when !giveaway.Terms.ByHand && Now >= Quicknet.TimeOf(giveaway.Round) + AfterRound => DrawAsync(giveaway, null, cancel),
        GiveawayState.Drawn => AwardAsync(giveaway, cancel),
        _ => Task.CompletedTask,
    };

    /// <summary>When something of it is due next; null where a person is to say so, or nothing comes.</summary>
    public DateTimeOffset? NextAt(StoredGiveaway giveaway, IReadOnlyList<StoredAward> awards)
    {
        if (giveaway.Problem.Length > 0)
            return Now + Retry;

        return giveaway.State switch
        {
            GiveawayState.Announcing or GiveawayState.Committing => Now + Retry,
            GiveawayState.Open when !giveaway.Terms.ByHand => giveaway.ClosesAt + grace,
            GiveawayState.Frozen when !giveaway.Terms.ByHand => Now,
            GiveawayState.Committed when !giveaway.Terms.ByHand => Quicknet.TimeOf(giveaway.Round) + AfterRound,
            GiveawayState.Drawn when giveaway.Terms.ByHand => null,
            GiveawayState.Drawn when awards.Any(award => award is { State: AwardState.Offered, ToldAt: null }) => Now + Retry,
            GiveawayState.Drawn => awards.Where(award => award.State == AwardState.Offered).Min(award => award.ClaimUntil) + grace,
            _ => null,
        };
    }

    private void Refresh()
    {
        host.Views.Refresh(GiveawaysPlugin.ListView);
        host.Views.Refresh(GiveawaysPlugin.EntrantsView);
        host.Views.Refresh(GiveawaysPlugin.LogView);
    }
}
