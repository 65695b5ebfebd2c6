using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>
/// What a giveaway says in public, each thing once: the words are committed with the step, and published under a key that follows from giveaway and step. Whoever goes on
/// after a kill publishes the same words under the same key, which is one post.
/// </summary>
internal sealed partial class Sayings(IHost host)
{
    /// <summary>Makes threads of what is too long for its network, before it is committed: afterwards the words stay as they are.</summary>
    public async Task<IReadOnlyList<Variant>> FitAsync(IEnumerable<Variant> variants, CancellationToken cancel)
    {
        var publisher = await host.Services.GetAsync<IPublisher>(cancel);
        var fitting = new List<Variant>();
        foreach (var variant in variants)
            fitting.Add(await publisher.SplitAsync(variant, isNumbered: false, cancel));

        return fitting;
    }

    /// <summary>Commits words with the step that they belong to. What is there stays.</summary>
    public static async Task PrepareAsync(IStoreTransaction transaction, string giveaway, string step, IReadOnlyList<Variant> variants)
    {
        for (var place = 0; place < variants.Count; place++)
        {
            var saying = Saying.Of(step, variants[place]);
            await transaction.WriteAsync(
                $"""
                insert into giveaways_saying (giveaway, step, profile, place, parts, language, in_reply_to)
                values ({giveaway}, {step}, {saying.Profile}, {(long)place}, {saying.PartsText}, {saying.Language}, {saying.InReplyTo})
                on conflict (giveaway, step, profile) do nothing
                """);
        }
    }

    public Task<IReadOnlyList<Saying>> ReadAsync(string giveaway, string step, CancellationToken cancel) => host.Store.ReadAsync(
        $"select * from giveaways_saying where giveaway = {giveaway} and step = {step} order by place", Saying.Read, cancel);

    /// <summary>All that a giveaway says in public, in the order in which it was committed.</summary>
    public Task<IReadOnlyList<Saying>> ReadAllAsync(string giveaway, CancellationToken cancel) => host.Store.ReadAsync(
        $"select * from giveaways_saying where giveaway = {giveaway} order by coalesce(sent_at, {long.MaxValue}), step, place", Saying.Read, cancel);

    /// <summary>Publishes what was committed, or finds that it is out.</summary>
    public async Task<Said> PublishAsync(StoredGiveaway giveaway, string step, CancellationToken cancel)
    {
        var sayings = await ReadAsync(giveaway.Id, step, cancel);
        if (sayings.All(saying => saying.SentAt is not null))
            return new Said { Out = sayings };

        var publisher = await host.Services.GetAsync<IPublisher>(cancel);
        if (!sayings.All(saying => saying.IsAsked))
            await NoteAskedAsync(giveaway.Id, step, isAsked: true, cancel);

        // Another process may have gone on without it a moment ago.
        if ((await ReadAsync(giveaway.Id, step, cancel)).Any(saying => saying.IsNever))
            return new Said { IsRefused = true, Problem = "it was taken back before anybody said it" };

        var plan = new PostPlan
        {
            Variants = [.. sayings.Select(saying => saying.ToVariant())],
            AskedBy = "giveaways",
            Effect = KeyOf(giveaway, step),
        };
        switch (await AskAsync(publisher, plan, giveaway.Id, step, cancel))
        {
            case Published { Post: var post }:
                await KeepPostAsync(giveaway.Id, step, sayings, post, cancel);
                return await KeepAsync(giveaway, step, post, cancel);

            case NotPublished { Problems: var problems }:
                await NoteAskedAsync(giveaway.Id, step, isAsked: false, cancel);
                return new Said
                {
                    IsRefused = true,
                    Problem = string.Join("; ", problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Message)),
                };

            case var other:
                throw new InvalidOperationException($"The publisher answered with {other}.");
        }
    }

    // Of a campaign's giveaway all that is said is the campaign's, and counts against its budget.
    private static EffectKey KeyOf(StoredGiveaway giveaway, string step) => giveaway.Effect is { } effect
        ? effect with { Step = $"{effect.Step} {step}" }
        : new EffectKey { Campaign = "giveaways", Occurrence = giveaway.Id, Step = step };

    private async Task<Said> KeepAsync(StoredGiveaway giveaway, string step, Post post, CancellationToken cancel)
    {
        await KeepSentAsync(giveaway.Id, step, post, cancel);
        var sent = (await ReadAsync(giveaway.Id, step, cancel)).Where(saying => saying.SentAt is not null).ToList();
        var waiting = post.Targets.Where(target => target.State is not (TargetState.Sent or TargetState.Refused)).ToList();
        if (waiting.Count > 0)
            return new Said { Out = sent, IsWaiting = true, Problem = string.Join("; ", waiting.Select(Why)) };

        var refused = post.Targets.Where(target => target.State == TargetState.Refused).ToList();
        return new Said
        {
            Out = sent,
            IsRefused = refused.Count == post.Targets.Count,
            Problem = string.Join("; ", refused.Select(target => $"{target.Profile} was refused: {target.Reason} (posting.show post={post.Id} says what can be done about it)")),
        };
    }

    private Task<int> KeepSentAsync(string giveaway, string step, Post post, CancellationToken cancel) => host.Store.TransactAsync(
        async transaction =>
        {
            var kept = 0;
            foreach (var target in post.Targets.Where(target => target.State == TargetState.Sent))
            {
                kept += await transaction.WriteAsync(
                    $"""
                    update giveaways_saying set remote_id = {target.RemoteId}, link = {target.Link}, sent_at = {target.SentAt ?? host.Clock.GetUtcNow()}
                    where giveaway = {giveaway} and step = {step} and profile = {target.Profile} and sent_at is null
                    """);
                await KeepPartsAsync(transaction, giveaway, step, target);
            }

            return kept;
        },
        cancel);

    // Whoever reads a thread answers the part that moves them.
    private static async Task KeepPartsAsync(IStoreTransaction transaction, string giveaway, string step, Target target)
    {
        var parts = target.Parts.Count == 0 ? [target.RemoteId] : target.Parts.Select(part => part.RemoteId).ToList();
        for (var place = 0; place < parts.Count; place++)
        {
            if (parts[place] is { } part)
            {
                await transaction.WriteAsync(
                    $"""
                    insert into giveaways_part (giveaway, step, profile, place, remote_id) values ({giveaway}, {step}, {target.Profile}, {(long)place}, {part})
                    on conflict (giveaway, step, profile, place) do nothing
                    """);
            }
        }
    }

    private static string Why(Target target) => target.State switch
    {
        TargetState.Unknown => $"whether {target.Profile} has said it is not known yet; posting.settle tells",
        TargetState.Draft => $"what {target.Profile} is to say waits for a person: {target.Reason}",
        _ => target.Reason.Length > 0 ? $"what {target.Profile} is to say waits: {target.Reason}" : $"what {target.Profile} is to say is on its way",
    };
}
