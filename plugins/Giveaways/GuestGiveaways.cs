using PluginHost.Campaigns;
using PluginHost.Giveaways.Steps;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>Giveaways as others see them.</summary>
internal sealed class GuestGiveaways(GiveawayTable table, Course course, TimeProvider clock) : IGiveaways
{
    public async Task<Giveaway> BeginAsync(GiveawayTerms terms, EffectKey effect, CancellationToken cancel)
    {
        var planned = await course.PlanAsync(terms, effect, GiveawayState.Announcing, cancel);
        var begun = await course.GoOnAsync(planned.Id, cancel);
        return begun.State == GiveawayState.Announcing
            ? throw new PluginHostException(begun.Problem.Length > 0 ? begun.Problem : $"{begun.Id} is not announced yet. It is gone on with where the workspace is served.")
            : await ShowAsync(begun, cancel);
    }

    public async Task<Giveaway> GoOnAsync(string id, CancellationToken cancel)
    {
        await course.CollectNowAndThenAsync(isWaitedFor: true, cancel);
        return await ShowAsync(await course.GoOnAsync(id, cancel), cancel);
    }

    public async Task<Giveaway> ShowAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        var awards = await table.ReadAwardsAsync(giveaway.Id, cancel);
        var shown = new List<Award>();
        foreach (var award in awards)
        {
            var entrant = await table.ReadEntrantAsync(giveaway.Id, award.Entrant, cancel);
            shown.Add(new Award
            {
                Number = award.Number,
                Prize = giveaway.Terms.Prizes[award.Number - 1],
                Id = award.Entrant,
                Handle = entrant.Handle,
                Profile = entrant.Profile,
                Rank = award.Place,
                State = award.State,
                ClaimUntil = award.ClaimUntil,
                Reason = award.Reason,
            });
        }

        return new Giveaway
        {
            Id = giveaway.Id,
            Title = giveaway.Terms.Title,
            State = giveaway.State,
            ClosesAt = giveaway.ClosesAt,
            Next = NextStep.Of(giveaway, awards, clock.GetUtcNow()),
            NextAt = course.NextAt(giveaway, awards),
            Problem = giveaway.Problem,
            Entries = giveaway.State >= GiveawayState.Frozen ? giveaway.Entries : await course.CountAnswersAsync(giveaway.Id, cancel),
            Entrants = giveaway.Entrants,
            ListDigest = giveaway.ListDigest,
            Awards = shown,
        };
    }
}
