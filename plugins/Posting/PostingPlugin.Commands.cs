using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Publishes a text on one profile.</summary>
    [Command("posting.publish", "Posting: Publish", Description = "Publishes a text on one profile, now.")]
    public async Task<Table> PublishAsync(
        [Asks("On which profile?")] string profile, [Asks("What is to be said?", Anew = true)] string text, CancellationToken cancel) =>
        await _publisher.PublishAsync(PlanOf(profile, text, "posting.publish"), cancel) switch
        {
            Published { Post: var post } when post.Targets.All(target => target.State == TargetState.Sent) => Table.Of(
                post.Targets,
                ("profile", target => target.Profile),
                ("state", target => TargetStates.Text(target.State)),
                ("link", target => target.Link)),
            Published { Post: var post } => throw new NotSentException(post),
            NotPublished { Problems: var problems } => throw new NotPublishedException(problems),
            var other => throw new InvalidOperationException($"The publisher answered with {other}."),
        };

    /// <summary>Checks a text for one profile.</summary>
    [Command("posting.check", "Posting: Check", Description = "Says what stands against a text on a profile. Nothing is sent.")]
    public async Task<Table> CheckAsync(
        [Asks("For which profile?")] string profile, [Asks("Which text?", Anew = true)] string text, CancellationToken cancel) => Table.Of(
        await _publisher.CheckAsync(PlanOf(profile, text, "posting.check"), cancel),
        ("profile", problem => problem.Profile),
        ("severity", problem => WordOf(problem.Severity)),
        ("message", problem => problem.Message),
        ("rule", problem => problem.Rule));

    /// <summary>What was sent.</summary>
    [Command("posting.timeline", "Posting: Timeline", Description = "What was sent, newest first.")]
    public async Task<Table> TimelineAsync(IHost host, [Asks("How many posts?", Default = "20")] int limit, CancellationToken cancel)
    {
        host.Views.Open(TimelineView);
        return Table.Of(
            await _outbox.ReadSentAsync(AtLeastOne(limit), cancel),
            ("profile", target => target.Profile),
            ("network", target => target.Network),
            ("time", target => InZone(host, target.Time)),
            ("text", target => target.Text),
            ("link", target => target.Link));
    }

    /// <summary>What is planned, under way and done.</summary>
    [Command("posting.outbox", "Posting: Outbox", Description = "Every post on every profile with what became of it, newest first.")]
    public async Task<Table> OutboxAsync(IHost host, [Asks("How many posts?", Default = "50")] int limit, CancellationToken cancel)
    {
        // On a screen the view says more than a table: there something can be done about a post.
        host.Views.Open(OutboxView);
        try
        {
            await _outbox.SettleAsync(cancel);
        }
        catch (PluginHostException unsettled)
        {
            // What there is can be shown all the same.
            host.Output.Write(Severity.Warning, $"What is under way could not be looked into: {unsettled.Message}");
        }

        return TableOf(host, await _outbox.ReadNewestAsync(AtLeastOne(limit), cancel));
    }

    /// <summary>Sends what is due.</summary>
    [Command(
        "posting.send",
        "Posting: Send What Is Due",
        Description = "Sends what is due and has not left, however late it is, and looks into what nobody knows.")]
    public async Task<Table> SendAsync(IHost host, CancellationToken cancel)
    {
        try
        {
            return TableOf(host, await _backlog.SendAsync(null, cancel));
        }
        finally
        {
            await _announcer.AnnounceAsync(CancellationToken.None);
        }
    }

    /// <summary>What networks allow.</summary>
    [Command("posting.limits", "Posting: Limits", Description = "How much each profile may still send, as its network has last said.")]
    public async Task<Table> LimitsAsync(IHost host, CancellationToken cancel) => Table.Of(
        await _outbox.ReadLimitsAsync(cancel),
        ("profile", limit => limit.Profile),
        ("remaining", limit => limit.ResetsAt > host.Clock.GetUtcNow() ? limit.Remaining : "n/a"),
        ("resets", limit => InZone(host, limit.ResetsAt)),
        ("said", limit => InZone(host, limit.SeenAt)));

    private Table TableOf(IHost host, IReadOnlyList<OutboxTarget> targets) => Table.Of(
        targets,
        ("post", target => target.Post),
        ("profile", target => target.Profile),
        ("network", target => target.Network),
        ("state", target => TargetStates.Text(target.State)),
        ("text", target => target.Text),
        ("part", PartOf),
        ("due", target => DueOf(host, target)),
        ("attempt", target => target.Attempt),
        ("reason", target => HeldBackBy(target, targets) is { Length: > 0 } heldBack ? heldBack : ReasonOf(host, target)),
        ("time", target => InZone(host, target.Time)));

    private static Value PartOf(OutboxTarget target) =>
        target.Parts == 1 ? Value.Nothing : (Value)string.Create(CultureInfo.InvariantCulture, $"{target.Part + 1}/{target.Parts}");

    private static string HeldBackBy(OutboxTarget target, IReadOnlyList<OutboxTarget> among) =>
        target.Part == 0 ? "" : ThreadOrder.HeldBackBy(target, [.. among.Where(other => other.Post == target.Post)]);

    private static Value DueOf(IHost host, OutboxTarget target) =>
        target.DueAt is { } due && target.State is TargetState.Scheduled or TargetState.Leased or TargetState.Unknown ? InZone(host, due) : Value.Nothing;

    private string ReasonOf(IHost host, OutboxTarget target) =>
        target.Reason.Length == 0 && target.State is TargetState.Scheduled or TargetState.Leased && target.DueAt < host.Clock.GetUtcNow() - _timing.Lease
            ? "it is due, and nobody has sent it; posting.send does, and so does pluginhost serve"
            : target.Reason.Length == 0 && target.State == TargetState.Scheduled ? target.Clocks
            : target.Reason;

    private static PostPlan PlanOf(string profile, string text, string askedBy) =>
        new() { Variants = [new Variant { Profile = profile, Text = text }], AskedBy = askedBy };

    private static int AtLeastOne(int limit) =>
        limit > 0 ? limit : throw new WrongUseException($"{limit} is no number of posts to show. Take 1 or more.");

    private static DateTimeOffset InZone(IHost host, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone);
}
