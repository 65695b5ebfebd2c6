using PluginHost.Campaigns;
using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Teasers;

/// <summary>
/// Announces releases whose pages stand: one post of the publisher, a variant a profile, under a key that stays the same whoever asks for it and however often. So
/// the publisher makes of any number of attempts one.
/// </summary>
internal sealed class TeaserRun(IHost host, ReleaseTable table, TimeSpan pause)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(15);

    /// <exception cref="NotPublishedException">A check stands against one of them.</exception>
    public async Task CheckAsync(IReadOnlyList<WrittenTeaser> teasers, string askedBy, CancellationToken cancel)
    {
        var problems = await ProblemsOfAsync(teasers, askedBy, cancel);
        if (problems.Any(problem => problem.Severity == Severity.Error))
            throw new NotPublishedException(problems);
    }

    /// <returns>What stands against teasers, as far as it can be told now.</returns>
    public async Task<IReadOnlyList<Problem>> ProblemsOfAsync(IReadOnlyList<WrittenTeaser> teasers, string askedBy, CancellationToken cancel)
    {
        if (teasers.Count == 0)
            return [];

        var publisher = await host.Services.GetAsync<IPublisher>(cancel);
        return await publisher.CheckAsync(PlanOf(teasers.Select(teaser => (teaser.Profile, teaser.Language, teaser.Text)), askedBy), cancel);
    }

    /// <summary>Announces what waits for it.</summary>
    /// <param name="only">The release that is meant; null: all.</param>
    /// <param name="cancel">Ends waiting. What has left is known to the publisher.</param>
    /// <returns>When to look again; null: nothing is left.</returns>
    public async Task<DateTimeOffset?> RunAsync(string? only, CancellationToken cancel)
    {
        await FollowAsync(cancel);

        // Those of one instant at one instant: none waits for another's network.
        var waiting = await table.ReadUnannouncedAsync(pause, cancel);
        await Task.WhenAll(waiting.Where(release => only is null || release.Name == only).Select(release => AnnounceAsync(release, cancel)));
        return (await table.ReadEndingAsync(TimeSpan.Zero, cancel)).Count > 0 ? host.Clock.GetUtcNow() + Moment
            : (await table.ReadUnannouncedAsync(TimeSpan.Zero, cancel)).Count > 0 ? host.Clock.GetUtcNow() + pause
            : null;
    }

    /// <summary>Takes back what has not left of what announces a release, though it may be about to leave just now: no process publishes it from here on.</summary>
    /// <returns>How far each teaser is then: what is out stays.</returns>
    public async Task<IReadOnlyList<(string Profile, TargetState State, string? Link, string Reason)>> TakeBackAsync(StoredRelease release, CancellationToken cancel)
    {
        var teasers = await table.ReadTeasersAsync(release.Name, cancel);
        if (teasers.Count == 0)
            return [];

        try
        {
            var publisher = await host.Services.GetAsync<IPublisher>(cancel);
            return OutcomesOf(await publisher.WithdrawAsync(PlanOf(release, teasers), cancel));
        }
        catch (PluginHostException refused)
        {
            // It is retracted all the same. It is tried again, and said once.
            var message = $"it could not be taken back: {refused.Message}";
            if (teasers.Any(teaser => teaser.State is not (TargetState.Sent or TargetState.Refused) && teaser.Reason != message))
                host.Output.Write(Severity.Warning, $"What announces {release.Name} could not be taken back: {refused.Message} It is tried again; posting.undo does it by hand.");

            return [.. teasers.Select(teaser => (teaser.Profile, teaser.State, teaser.Link, teaser.State is TargetState.Sent or TargetState.Refused ? teaser.Reason : message))];
        }
    }

    // One may have been on its way when it was taken back: how it ended is known a moment later.
    private async Task FollowAsync(CancellationToken cancel)
    {
        foreach (var release in await table.ReadEndingAsync(Moment, cancel))
            await table.KeepAsync(release.Name, await TakeBackAsync(release, cancel), post: null, isStopped: false, cancel);
    }

    private async Task AnnounceAsync(StoredRelease release, CancellationToken cancel)
    {
        var teasers = await table.ReadTeasersAsync(release.Name, cancel);
        var plan = PlanOf(release, teasers);
        try
        {
            var publisher = await host.Services.GetAsync<IPublisher>(cancel);

            // It may have been retracted since it was read.
            if (await table.FindAsync(release.Name, cancel) is not { State: ReleaseState.Out, Retracting: null })
                return;

            var result = await publisher.PublishAsync(plan, cancel);
            var outcomes = OutcomesOf(result, teasers);

            // A process that is told to end takes back what has not left. Nobody has refused it: whoever looks next asks for it again.
            var isStopped = cancel.IsCancellationRequested;
            await table.KeepAsync(release.Name, isStopped ? [.. outcomes.Where(outcome => outcome.State != TargetState.Refused)] : outcomes, (result as Published)?.Post.Id, isStopped, CancellationToken.None);
        }
        catch (PluginHostException refused)
        {
            // The pages stand all the same. It is tried again, and said why.
            host.Output.Write(Severity.Warning, $"{release.Name} could not be announced: {refused.Message}");
            await table.KeepAsync(release.Name, [.. teasers.Select(teaser => (teaser.Profile, teaser.State, teaser.Link, refused.Message))], post: null, isStopped: false, CancellationToken.None);
        }
    }

    private static PostPlan PlanOf(StoredRelease release, IReadOnlyList<ReleaseTeaser> teasers) =>
        PlanOf(teasers.Select(teaser => (teaser.Profile, teaser.Language, teaser.Text)), release.ArmedBy) with { Effect = release.Effect };

    private static PostPlan PlanOf(IEnumerable<(string Profile, string Language, string Text)> teasers, string askedBy) => new()
    {
        Variants = [.. teasers.Select(teaser => new Variant { Profile = teaser.Profile, Language = teaser.Language, Text = teaser.Text })],
        AskedBy = askedBy,
    };

    private static IReadOnlyList<(string Profile, TargetState State, string? Link, string Reason)> OutcomesOf(Post post) =>
        [.. post.Targets.Select(target => (target.Profile, target.State, target.Link, target.Reason))];

    private static IReadOnlyList<(string Profile, TargetState State, string? Link, string Reason)> OutcomesOf(PublishResult result, IReadOnlyList<ReleaseTeaser> teasers) => result switch
    {
        Published { Post: var post } => OutcomesOf(post),
        NotPublished { Problems: var problems } =>
        [
            .. teasers.Select(teaser => (
                teaser.Profile,
                TargetState.Refused,
                (string?)null,
                string.Join(' ', problems.Where(problem => problem.Severity == Severity.Error && (problem.Profile is null || problem.Profile == teaser.Profile)).Select(problem => problem.Message))
                    is { Length: > 0 } reason ? reason : "Another profile's teaser was refused, and all go out or none.")),
        ],
        var other => throw new InvalidOperationException($"The publisher answered with {other}."),
    };
}
