using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Repetitions with the profiles that say them: begun after a check of every text, gone on with by whoever looks after what is due.</summary>
internal sealed class Repeating(IHost host, Checks checks, Outbox outbox, Repetitions repetitions, TimeSpan ahead)
{
    private readonly HashSet<long> _told = [];

    /// <summary>Checks every text, and makes the first posts.</summary>
    /// <returns>The number of the repetition.</returns>
    /// <exception cref="NotPublishedException">A check stands against one of the texts.</exception>
    /// <exception cref="WrongUseException">It never comes.</exception>
    public async Task<long> BeginAsync(Repetition repetition, CancellationToken cancel)
    {
        if (host.Times.Next(repetition.Schedule, repetition.Since) is not { } first || first.Instant > repetition.Until)
            throw new WrongUseException($"\"{repetition.Schedule}\" never comes{(repetition.Until is null ? "" : " before its end")}. Write it as Mon-Fri 09:00 Europe/Oslo.");

        var problems = new List<Problem>();
        foreach (var text in repetition.Texts)
            problems.AddRange((await checks.CheckAsync(PlanOf(repetition, text, first), cancel)).Problems.Where(problem => problem.Severity == Severity.Error));

        if (problems.Count > 0)
            throw new NotPublishedException(problems);

        var id = await repetitions.AddAsync(repetition, cancel);
        await repetitions.RollAsync(await repetitions.ReadAsync(id, cancel), host.Clock.GetUtcNow() + ahead, RoutesAsync, cancel);
        return id;
    }

    /// <summary>Makes what is missing.</summary>
    public Task RollAsync(CancellationToken cancel) => repetitions.RollAsync(
        RoutesAsync,
        (repetition, why) =>
        {
            if (_told.Add(repetition.Id))
                host.Output.Write(Severity.Warning, $"Repetition {repetition.Id} cannot go on: {why} posting.repeat.stop ends it.");
        },
        cancel);

    /// <summary>The post of one time: of that at an instant, or, without one, of the first that still waits.</summary>
    /// <exception cref="WrongUseException">The repetition does not come then.</exception>
    public async Task<OutboxTarget> FindAsync(long id, string at, Func<OutboxTarget, bool> isMeant, CancellationToken cancel)
    {
        var repetition = await repetitions.ReadAsync(id, cancel);
        if (at.Length == 0)
        {
            return (await outbox.ReadRepeatedAsync(id, cancel)).FirstOrDefault(isMeant)
                ?? throw new WrongUseException($"Repetition {id} has no such time. posting.repeat.show shows its times.");
        }

        var instant = host.Times.Read(at).Instant;
        if (instant > repetition.RolledUntil)
            await repetitions.RollAsync(repetition, instant, RoutesAsync, cancel);

        return (await outbox.ReadRepeatedAsync(id, cancel)).FirstOrDefault(target => target.PlannedAt == instant)
            ?? throw new WrongUseException(
                $"Repetition {id} does not come at {at}. It is {repetition.Schedule}, next {host.Times.Next(repetition.Schedule, host.Clock.GetUtcNow())}.");
    }

    /// <summary>Says something else at one time, after a check.</summary>
    /// <exception cref="NotPublishedException">A check stands against the text.</exception>
    public async Task<bool> ChangeAsync(long id, OutboxTarget target, string text, CancellationToken cancel)
    {
        var repetition = await repetitions.ReadAsync(id, cancel);
        var checkedPlan = await checks.CheckAsync(PlanOf(repetition, text, DueTime.At(target.PlannedAt!.Value)), cancel);
        return checkedPlan.IsStopped ? throw new NotPublishedException(checkedPlan.Problems) : await outbox.ChangeTextAsync(target.Post, checkedPlan.Routes);
    }

    private async Task<IReadOnlyList<Route>> RoutesAsync(Repetition repetition, string text, CancellationToken cancel)
    {
        var checkedPlan = await checks.CheckAsync(PlanOf(repetition, text, DueTime.At(host.Clock.GetUtcNow())), cancel);
        return checkedPlan.IsStopped ? throw new NotPublishedException(checkedPlan.Problems) : checkedPlan.Routes;
    }

    private static PostPlan PlanOf(Repetition repetition, string text, DueTime due) => new()
    {
        Variants = [.. repetition.Profiles.Select(profile => new Variant { Profile = profile, Text = text })],
        AskedBy = Repetition.Campaign,
        At = due.Instant,
    };
}
