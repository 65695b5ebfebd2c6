using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>A step that goes on without its words takes them back first: else they would leave later, when they are not so any more.</summary>
internal sealed partial class Sayings
{
    /// <summary>Takes back for good what has not left of a step: also what a person has taken back before, and could bring back.</summary>
    /// <param name="giveaway">The giveaway's id.</param>
    /// <param name="step">The step.</param>
    /// <param name="why">Why, as a person reads it who wants it back.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether something of it has turned out to have left meanwhile.</returns>
    /// <exception cref="PluginHostException">Something of it is on its way, or it is not known whether it is out.</exception>
    public async Task<bool> TakeBackAsync(string giveaway, string step, string why, CancellationToken cancel)
    {
        // From here on no process asks for it that has not begun to.
        await host.Store.WriteAsync(
            $"update giveaways_saying set asked = {Saying.Never} where giveaway = {giveaway} and step = {step} and post is null and asked = {Saying.NotAsked}", cancel);
        var left = (await ReadAsync(giveaway, step, cancel)).Where(saying => saying.SentAt is null).ToList();
        if (left.Find(saying => saying.IsAsked && saying.Post is null) is { } asked)
            throw OnItsWay(giveaway, step, asked.Profile, "is on its way right now");

        var hasLeft = false;
        foreach (var id in left.Select(saying => saying.Post).OfType<string>().Distinct())
        {
            var post = await (await host.Services.GetAsync<IPublisher>(cancel)).WithdrawAsync(id, $"{giveaway} went on without it, for {why}", cancel);
            hasLeft |= await KeepSentAsync(giveaway, step, post, cancel) > 0;
            foreach (var target in post.Targets)
            {
                if (target.State is not (TargetState.Sent or TargetState.Refused))
                    throw OnItsWay(giveaway, step, target.Profile, target.State == TargetState.Unknown ? "may be out or not: posting.settle tells" : "is on its way right now");
            }
        }

        return hasLeft;
    }

    /// <summary>Takes back what has not left of all that a giveaway says.</summary>
    /// <exception cref="PluginHostException">Something of it is on its way, or it is not known whether it is out.</exception>
    public async Task TakeAllBackAsync(string giveaway, string why, CancellationToken cancel)
    {
        var steps = await host.Store.ReadAsync(
            $"select distinct step from giveaways_saying where giveaway = {giveaway} and sent_at is null order by step", row => row.Text("step"), cancel);
        foreach (var step in steps)
            await TakeBackAsync(giveaway, step, why, cancel);
    }

    private static PluginHostException OnItsWay(string giveaway, string step, string profile, string what) => new(
        $"What {profile} is to say of {giveaway} ({step}) {what}. Nothing goes on without it before that is known; then ask again.");

    private async Task<PublishResult> AskAsync(IPublisher publisher, PostPlan plan, string giveaway, string step, CancellationToken cancel)
    {
        try
        {
            return await publisher.PublishAsync(plan, cancel);
        }
        catch (WrongUseException)
        {
            // Nothing was committed: the profile is gone.
            await NoteAskedAsync(giveaway, step, isAsked: false, cancel);
            throw;
        }
    }

    private Task<int> NoteAskedAsync(string giveaway, string step, bool isAsked, CancellationToken cancel) => host.Store.WriteAsync(
        $"update giveaways_saying set asked = {(isAsked ? Saying.Asked : Saying.NotAsked)} where giveaway = {giveaway} and step = {step} and post is null and asked <> {Saying.Never}", cancel);

    private async Task KeepPostAsync(string giveaway, string step, IReadOnlyList<Saying> sayings, Post post, CancellationToken cancel)
    {
        if (sayings.Any(saying => saying.Post is null))
            await host.Store.WriteAsync($"update giveaways_saying set post = {post.Id} where giveaway = {giveaway} and step = {step}", cancel);
    }
}
