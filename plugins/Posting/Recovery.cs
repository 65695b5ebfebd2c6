using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Settles doubts, once the attempt can no longer land: asks the network where it can be asked, repeats where the network recognises a repeat, and else
/// asks a person. It never guesses, and a question that could not be asked is asked again.
/// </summary>
internal sealed class Recovery(IHost host, Outbox outbox, Checks checks, Sender sender, Timing timing)
{
    // What a network dates to the second, by a clock of its own, may look older than the attempt.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether the clock can be believed about how long ago an attempt was. Where the machine has just woken, another process of it may have one under way that
    /// looks old.
    /// </summary>
    public bool IsPossible => Wait is null;

    /// <summary>How long it is not possible yet; null: it is.</summary>
    public TimeSpan? Wait => timing.Settled - host.SteadyFor is var wait && wait > TimeSpan.Zero ? wait : null;

    /// <returns>What became of it; null where another process has moved it.</returns>
    public async Task<OutboxTarget?> SettleAsync(OutboxTarget doubt, Lease lease)
    {
        var clearance = await checks.CheckAgainAsync(doubt, CancellationToken.None);
        if (clearance.Route is not { Network: { } network, Rules: { } rules } route)
            return await PutOffAsync(doubt, lease, clearance.Reason);

        // The attempt may be another machine's, by its host.Clock.
        var landed = rules.LandsWithin + timing.Clocks;
        var settled = doubt.SendingAt + timing.Deadline + (landed > timing.Quarantine ? landed : timing.Quarantine);
        if (host.Clock.GetUtcNow() < settled)
            return await MoveAsync(doubt, doubt with { DueAt = settled }, lease);

        // What left with its thread learns what it answers when that is known.
        if (doubt is { Part: > 0, InReplyTo: null })
            doubt = await outbox.LinkAsync(doubt);

        var told = await AskAsync(doubt, network, route.Profile);
        switch (told)
        {
            case null:
                return await PutOffAsync(doubt, lease, "the network could not be asked whether it has it; it is asked again");
            case NotThere:
                return await SettleNotThereAsync(doubt, lease, clearance);
            case Found found when await outbox.AdoptAsync(doubt, found.Sent, lease) is { IsTaken: false } adoption:
                return adoption.IsAdopted ? await outbox.ReadAsync(doubt, CancellationToken.None) : null;
            case Found:
                // The network shows a post of ours that is accounted for. Another one that says the same may stand beside it, or may not.
                return await RepeatAsync(doubt, lease, clearance, rules, "the network shows another post that says the same");
            default:
                return await RepeatAsync(doubt, lease, clearance, rules, ((CannotTell)told).Reason);
        }
    }

    // It never arrived, for certain.
    private async Task<OutboxTarget?> SettleNotThereAsync(OutboxTarget doubt, Lease lease, Clearance clearance)
    {
        if (doubt.Refusal is { } refusal)
            return await MoveAsync(doubt, Refused(doubt, refusal, RefusedBy.Network), lease);

        if (doubt.RefusedBy == RefusedBy.Person)
            return await MoveAsync(doubt, Refused(doubt, Outbox.TakenBack, RefusedBy.Person), lease);

        if (!clearance.MaySend)
            return await MoveAsync(doubt, Refused(doubt, clearance.Reason, RefusedBy.Checks), lease);

        if (doubt.HeldAt is not null)
        {
            var held = doubt with { State = TargetState.Scheduled, FirstSentAt = null, DueAt = host.Clock.GetUtcNow(), Reason = Outbox.TooLate };
            return await MoveAsync(doubt, held, lease);
        }

        // A thread that left as one is all there or not at all: it leaves as one again, in its turn.
        if (ThreadOrder.LeavesTogether(doubt, clearance.Route?.Rules))
            await outbox.BringBackRestAsync(doubt, host.Clock.GetUtcNow());
        else if (doubt.Part == 0 || doubt.InReplyTo is not null)
            return await sender.SendAsync(doubt, lease, isInDoubt: false, clearance.Route!, []);

        return await MoveAsync(doubt, doubt with { State = TargetState.Scheduled, FirstSentAt = null, DueAt = host.Clock.GetUtcNow(), Reason = "" }, lease);
    }

    // Whether it arrived, nobody says; but a network that recognises a repeat can be told again.
    private async Task<OutboxTarget?> RepeatAsync(OutboxTarget doubt, Lease lease, Clearance clearance, NetworkRules rules, string why)
    {
        if (doubt.Refusal is { } refusal)
            return await LeaveAsync(doubt, lease, $"it was refused when it was repeated ({refusal}), but an earlier attempt may have arrived");

        if (doubt.RefusedBy == RefusedBy.Person)
            return await LeaveAsync(doubt, lease, $"{why}; it was taken back since, and is not repeated");

        if (doubt is { Part: > 0, InReplyTo: null })
            return await PutOffAsync(doubt, lease, "nobody knows yet whether the part is there that it answers");

        if (!Recognises(rules, doubt))
            return await LeaveAsync(doubt, lease, why);

        if (doubt.HeldAt is not null)
            return await LeaveAsync(doubt, lease, $"{why}; it could be repeated, but it is late, so posting.send must say so");

        return clearance.MaySend
            ? await sender.SendAsync(doubt, lease, isInDoubt: true, clearance.Route!, [])
            : await PutOffAsync(doubt, lease, clearance.Reason);
    }

    // A key must be known for as long as this attempt may yet land, and the next quarantine after it.
    private bool Recognises(NetworkRules rules, OutboxTarget doubt) => rules.Repeats switch
    {
        Repeats.ByIdentity => true,
        Repeats.ByKey => doubt.FirstSentAt is { } first && host.Clock.GetUtcNow() is var now && first <= now && now + timing.Settled + timing.Clocks < first + rules.KeyLife,
        _ => false,
    };

    private async Task<LookUpResult?> AskAsync(OutboxTarget doubt, Network network, Profile profile)
    {
        using var deadline = new CancellationTokenSource(timing.Deadline, host.Clock);
        try
        {
            if (network.LookUp is not { } lookUp)
                return new CannotTell { Reason = "the network cannot be asked whether it has it" };

            if (doubt.FirstSentAt is not { } first)
                return new CannotTell { Reason = "the clock was set back since it was sent, so that nobody can say since when to look" };

            var key = new SendKey { Value = doubt.Key, Attempt = doubt.Attempt };
            return await lookUp.FindAsync(doubt.ToOutgoing(profile), key, first - Leeway, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (Exception)
        {
            // The contract of FindAsync: anything thrown means that it could not be asked now.
            return null;
        }
    }

    private static OutboxTarget Refused(OutboxTarget doubt, string reason, string by) =>
        doubt with { State = TargetState.Refused, Reason = reason, RefusedBy = by, Refusal = null, FirstSentAt = null, HeldAt = null };

    private Task<OutboxTarget?> PutOffAsync(OutboxTarget doubt, Lease lease, string reason) => MoveAsync(
        doubt,
        doubt with { Reason = reason, DueAt = host.Clock.GetUtcNow() + Pause.After(doubt.Tries), Tries = doubt.Tries + 1 },
        lease);

    private Task<OutboxTarget?> LeaveAsync(OutboxTarget doubt, Lease lease, string why) =>
        MoveAsync(doubt, doubt with { DueAt = null, Reason = $"{why}. Look there; posting.settle says how it ended" }, lease);

    private async Task<OutboxTarget?> MoveAsync(OutboxTarget from, OutboxTarget to, Lease lease) =>
        await outbox.MoveAsync(from, to, lease) ? to : null;
}
