using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Effects that were committed before: the same post is gone on with, and nothing is done twice.</summary>
internal sealed partial class Publisher
{
    // What was committed before is not checked any more: it may be out, whatever would stand against it now.
    private async Task<CheckedPlan> CheckOrFindAsync(PostPlan plan, CancellationToken cancel)
    {
        CheckedPlan? checkedPlan = null;
        try
        {
            checkedPlan = await checks.CheckAsync(plan, cancel);
            if (!checkedPlan.IsStopped)
                return checkedPlan;
        }
        catch (WrongUseException) when (plan.Effect is not null)
        {
            if (await outbox.FindAsync(plan.Effect, cancel) is not { } known)
                throw;

            return new CheckedPlan { Routes = [], Problems = [], Before = known };
        }

        return plan.Effect is not null && await outbox.FindAsync(plan.Effect, cancel) is { } before ? checkedPlan with { Before = before } : checkedPlan;
    }

    public async Task<Post> WithdrawAsync(PostPlan plan, CancellationToken cancel)
    {
        if (plan.Effect is not { } effect)
            throw new WrongUseException("A plan is taken back by its effect, and this one has none. Take its post back by the post's id.");

        var known = await outbox.FindAsync(effect, cancel);
        if (known is null)
        {
            // Nothing is asked of linters or networks: what is taken back leaves by no way.
            var profiles = await host.Services.GetAsync<IProfiles>(cancel);
            known = await outbox.TakeBackAsync(plan, [.. plan.Variants.Select(variant => new Route { Variant = variant, Profile = profiles[variant.Profile] })], cancel);
        }

        // Where somebody else was first, it is there now.
        return await WithdrawAsync(known.Post.ToString(CultureInfo.InvariantCulture), cancel);
    }

    private async Task<PublishResult> GoOnAsync(PostPlan plan, Committed before, CancellationToken cancel)
    {
        RefuseChange(plan, before);
        await outbox.TakeUpAsync(before.Post, cancel);
        await RunAsync(
            "Publishing",
            async (stopped, job) =>
            {
                // A run that ended may have left an attempt behind: the post is not done before that is known.
                await delivery.WaitOutAsync(
                    before.Post, timing.Patience + timing.Settled, settlesDoubts: true, stopped, new WaitNotes(host, job, timing));
                if (stopped.IsCompleted)
                    await outbox.RefuseRestAsync(before.Post);
            },
            () => announcer.AnnounceAsync(CancellationToken.None),
            cancel);
        return await ShowAsync(null, before.Post);
    }

    private static void RefuseChange(PostPlan plan, Committed before)
    {
        if (BodyHash.Of(plan.Variants) == before.BodyHash)
            return;

        throw new ChangedEffectException(
            plan.Effect!,
            $"it was {string.Join(", ", before.Targets.Select(target => Quote(target.Profile, target.Text)))}, "
            + $"and would be {string.Join(", ", plan.Variants.SelectMany(variant => variant.More.Prepend(variant.Text).Select(text => Quote(variant.Profile, text))))} now.");
    }

    private static string Quote(string profile, string text) => $"\"{Excerpt.Of(text)}\" on {profile}";
}
