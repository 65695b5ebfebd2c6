using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Plans a text on one profile.</summary>
    [Command("posting.plan", "Posting: Plan", Description = "Publishes a text on one profile at a time, such as 2027-03-28 02:30 Europe/Oslo. Somebody must serve the workspace then.")]
    public Task<Table> PlanAsync(
        IHost host,
        [Asks("On which profile?")] string profile,
        [Asks("What is to be said?", Anew = true)] string text,
        [Asks("When?")] DueTime at,
        CancellationToken cancel) =>
        PlanAsync(host, PlanOf(profile, text, "posting.plan") with { At = at.Instant, Wall = at.IsOnWallClock ? at : null }, cancel);

    /// <summary>Writes a text down.</summary>
    [Command("posting.draft", "Posting: Draft", Description = "Writes a text for one profile down. posting.schedule gives it a time.")]
    public Task<Table> DraftAsync(
        IHost host, [Asks("For which profile?")] string profile, [Asks("What is to be said?", Anew = true)] string text, CancellationToken cancel) =>
        PlanAsync(host, PlanOf(profile, text, "posting.draft"), cancel);

    /// <summary>Gives a draft a time.</summary>
    [Command("posting.schedule", "Posting: Give a Time", Description = "Gives a draft a time, or what is planned another one.")]
    public async Task<Table> ScheduleAsync(IHost host, [Asks("Which post?")] long post, [Asks("When?")] DueTime at, CancellationToken cancel)
    {
        await _publisher.ScheduleAsync(post, at, cancel);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    /// <summary>Takes a post back.</summary>
    [Command(
        "posting.undo",
        "Posting: Take Back",
        Description = "Takes back what has not left yet of a post. What has left is left alone.",
        Undo = "posting.restore")]
    public async Task<Table> UndoAsync(IHost host, [Asks("Which post?")] long post, CancellationToken cancel)
    {
        await _publisher.WithdrawAsync(post.ToString(CultureInfo.InvariantCulture), cancel);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    /// <summary>Brings back what was taken back.</summary>
    [Command(
        "posting.restore",
        "Posting: Put Back",
        Description = "Brings back what was taken back of a post: for the time it was planned for, or, where that has passed, as a draft.")]
    public async Task<Table> RestoreAsync(IHost host, [Asks("Which post?")] long post, CancellationToken cancel)
    {
        await _publisher.RestoreAsync(post, cancel);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    /// <summary>Says how something ended of which nobody knows.</summary>
    [Command(
        "posting.settle",
        "Posting: Settle What Is Unknown",
        Description = "Says how an unknown post ended: sent, refused (it is not there), or again (it is not there; it is sent once more, with the same key). A part of a thread that was refused and keeps the others waiting is settled so too.")]
    public async Task<Table> SettleAsync(
        IHost host,
        [Asks("Which post?")] long post,
        [Asks("On which profile? Empty: the only one that is unknown.", Default = "")] string profile,
        [Asks("How did it end: sent, refused or again?", Choices = ["sent", "refused", "again"])] string outcome,
        [Asks("Where it was sent: its id, as the network names it? A part of a thread needs it, so that the next can answer it.", Default = "")] string id,
        CancellationToken cancel)
    {
        await _outbox.SettleAsync(cancel);
        var decision = new Decision(_outbox, host.Clock, _timing);
        var decided = await decision.DecideAsync(post, profile, outcome, id, cancel);
        if (decided.State == TargetState.Scheduled || decided.Part + 1 < decided.Parts)
            await _backlog.SendAsync(post, cancel);

        await _announcer.AnnounceAsync(CancellationToken.None);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    private async Task<Table> PlanAsync(IHost host, PostPlan plan, CancellationToken cancel) => await _publisher.PlanAsync(plan, cancel) switch
    {
        Published { Post: var post } => TableOf(host, await _outbox.ReadPostAsync(PostNumber.Parse(post.Id), CancellationToken.None)),
        NotPublished { Problems: var problems } => throw new NotPublishedException(problems),
        var other => throw new InvalidOperationException($"The publisher answered with {other}."),
    };
}
