using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Posting.Extras;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// What is planned, under way and done, in the store. Every change of a state is one compare-and-swap, so that two processes on one workspace never
/// move the same target. It knows no network: <see cref="Sender"/> sends. A part a file: how targets are claimed, moved, looked after, read.
/// </summary>
internal sealed partial class Outbox(IStore store, IRandom random, TimeProvider clock, Timing timing)
{
    /// <summary>Tells when there is something more to send.</summary>
    public Changes Planned { get; } = new();

    /// <summary>Tells when something became of a target.</summary>
    public Changes Moved { get; } = new();

    /// <summary>Told what became of targets that went on by themselves.</summary>
    /// <value>Null: nobody is told.</value>
    public OutcomeLog? Log { get; init; }

    /// <summary>
    /// Commits a post with its targets. From here on nothing depends on who asked. The same effect is committed once: who comes second is given what the
    /// first has committed.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="routes">Its variants, with their ways.</param>
    /// <param name="due">When they go out; null: they are drafts.</param>
    /// <param name="lease">Who sends them at once, without another commit in between; null: whoever serves the workspace.</param>
    /// <param name="cancel">Cancels committing.</param>
    public async Task<Committed> CommitAsync(
        PostPlan plan, IReadOnlyList<Route> routes, DateTimeOffset? due, Lease? lease, CancellationToken cancel)
    {
        if (due is not null)
            await store.RefuseWrongClockAsync(cancel);

        var created = lease?.TakenAt ?? Now;
        var committed = await store.TransactAsync(transaction => CommitAsync(transaction, plan, routes, due, lease, created), cancel);
        if (lease is null && committed.IsNew)
            Planned.Tell();

        return committed;
    }

    // In a transaction, so that what must hold together with it can be written with it.
    private async Task<Committed> CommitAsync(
        IStoreTransaction transaction, PostPlan plan, IReadOnlyList<Route> routes, DateTimeOffset? due, Lease? lease, DateTimeOffset created)
    {
        var bodyHash = plan.Effect is null ? "" : BodyHash.Of(plan.Variants);
        var post = (await transaction.ReadAsync($"select coalesce(max(id), 0) + 1 as id from posting_post", PostNumber.Read))[0].Value;
        if (await transaction.WriteAsync(Insert(post, plan, bodyHash, created)) == 0)
            return await FindAsync(transaction, plan.Effect!);

        await InsertAuthorAsync(transaction, post);
        var targets = new List<OutboxTarget>(routes.Count);
        foreach (var route in routes)
            AddParts(targets, route, post, created, plan, due, lease);

        await transaction.WriteAsync(Insert(targets, lease));
        await KeepMediaAsync(transaction, targets, routes);
        if (plan.Wall is { } wall)
            await KeepWallAsync(transaction, post, wall);

        return new Committed { Post = post, Targets = targets, IsNew = true, BodyHash = bodyHash };
    }

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    // The index on the effect decides between two processes that commit at once.
    private static Sql Insert(long post, PostPlan plan, string bodyHash, DateTimeOffset created) => plan.Effect is not { } effect
        ? $"""
          insert into posting_post (id, asked_by, created_at, planned_at) values ({post}, {plan.AskedBy}, {created}, {plan.At})
          """
        : (Sql)$"""
          insert into posting_post (id, asked_by, created_at, planned_at, campaign, occurrence, step, body_hash)
          values ({post}, {plan.AskedBy}, {created}, {plan.At}, {effect.Campaign}, {effect.Occurrence}, {effect.Step}, {bodyHash})
          on conflict (campaign, occurrence, step) where campaign is not null do nothing
          """;

    // Who sends at once has the first part of a thread in hand; the others wait for it where everybody finds them.
    private void AddParts(
        List<OutboxTarget> targets, Route route, long post, DateTimeOffset created, PostPlan plan, DateTimeOffset? due, Lease? lease)
    {
        for (var part = 0; part <= route.Variant.More.Count; part++)
        {
            var isFirst = part == 0;
            targets.Add(new OutboxTarget
            {
                Key = random.NewId().ToString("D", CultureInfo.InvariantCulture),
                Post = post,
                Place = targets.Count,
                Part = part,
                Parts = route.Variant.More.Count + 1,
                Media = route.Variant.Media.Count(medium => medium.Part == part),
                Profile = route.Profile.Name,
                Network = route.Profile.Network,
                Text = isFirst ? route.Variant.Text : route.Variant.More[part - 1],
                Language = route.Language,
                Extras = isFirst ? route.Variant.Extras : route.Variant.Extras with { Poll = null, Quotes = null, Card = null },
                InReplyTo = isFirst ? route.Variant.InReplyTo : null,
                State = due is null ? TargetState.Draft : lease is not null && isFirst ? TargetState.Leased : TargetState.Scheduled,
                Attempt = 0,
                CreatedAt = created,
                PlannedAt = plan.At,
                Clocks = plan.Wall?.Note ?? "",
                DueAt = due,
            });
        }
    }

    // One statement for all targets: the way of a post has a commit for each step, and none to spare.
    private Sql Insert(List<OutboxTarget> targets, Lease? lease)
    {
        var insert = new Sql(0, targets.Count * 16);
        insert.AppendLiteral(
            """
            insert into posting_target
                (key, post, place, profile, network, text, language, in_reply_to, state, due_at, lease_owner, lease_until, part, parts, media, extras) values
            """);
        for (var place = 0; place < targets.Count; place++)
        {
            var target = targets[place];
            insert.AppendLiteral(place == 0 ? " (" : ", (");
            insert.AppendFormatted(target.Key);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Post);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)place);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Profile);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Network);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Text);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Language);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.InReplyTo);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(TargetStates.Text(target.State));
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.DueAt);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.State == TargetState.Leased ? lease?.Owner : null);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.State == TargetState.Leased ? lease?.TakenAt + timing.Lease : null);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)target.Part);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)target.Parts);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)target.Media);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(ExtrasText.Of(target.Extras));
            insert.AppendLiteral(")");
        }

        return insert;
    }
}
