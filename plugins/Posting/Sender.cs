using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Sends one target, once: commits that it is on its way, sends, commits what became of it. Nothing is repeated here, and nothing is guessed:
/// whatever is not an answer of the network is unknown.
/// </summary>
internal sealed class Sender(Outbox outbox, TimeProvider clock, Timing timing)
{
    private const string Torn = "the machine slept, or its clock was set, before it left";
    private readonly Together _together = new(outbox);

    /// <summary>What has the last word before a target leaves.</summary>
    /// <value>Null: nothing has.</value>
    public Gate? Gate { get; init; }

    /// <remarks>It takes no token: what is on its way is waited for, until the deadline.</remarks>
    /// <param name="target">The target as it was taken: leased, or in doubt.</param>
    /// <param name="lease">Who has it in hand.</param>
    /// <param name="isInDoubt">Whether an earlier attempt may have arrived, so that this one is a repeat that the network recognises.</param>
    /// <param name="route">Who says it, and what carries it.</param>
    /// <param name="rest">The other parts of its thread, where they may leave with it and the network publishes a thread as one; empty: it goes alone.</param>
    /// <returns>What became of it; <see langword="null"/> where another process has moved it, and the outbox alone knows how it stands.</returns>
    public async Task<OutboxTarget?> SendAsync(OutboxTarget target, Lease lease, bool isInDoubt, Route route, IReadOnlyList<OutboxTarget> rest)
    {
        // A route without a network is a problem, and what has one is not sent.
        var (profile, network) = (route.Profile, route.Network!);
        if (lease.IsTorn(clock))
            return await GiveBackAsync(target, lease, Torn);

        var media = await outbox.ReadMediaAsync(target, CancellationToken.None);
        if (media.Count < target.Media)
            return await RefuseAsync(target, lease, "a picture that goes with it is no longer kept; plan it anew");

        // What may be out already was let go before; holding its repeat would only lose the answer.
        if (!isInDoubt && Gate is not null && await Gate.HoldsBackAsync(target, profile) is { } reason)
            return await HoldAsync(target, lease, reason);

        var parts = await _together.LoadAsync(rest, profile, Gate);
        var departure = Lease.Begin(lease.Owner, clock);
        var sending = Leaving(target, departure) with { FirstSentAt = isInDoubt ? target.FirstSentAt : departure.TakenAt };
        var leaving = parts.Select(part => part with { Target = Leaving(part.Target, departure) }).ToList();
        if (await outbox.DepartAsync(target, sending, lease, [.. leaving.Select(part => part.Target)]) is not { } departed)
            return await outbox.PutOffLimitedAsync(target, lease);

        leaving = departed ? leaving : [];
        var post = sending.ToOutgoing(profile) with { Media = media, Rest = [.. leaving.Select(part => part.ToOutgoing(profile))] };
        var key = new SendKey { Value = sending.Key, Attempt = sending.Attempt };
        var result = await WaitAsync(network, post, key, lease, departure);
        var ended = End(sending, isInDoubt, result);
        var isOurs = await KeepAsync(ended, departure);
        await LearnAsync(sending.Profile, result);
        if (Gate is not null)
            await Gate.NoteAsync(ended, profile);

        await EndRestAsync(leaving, result, profile, departure);
        return isOurs ? ended : null;
    }

    private static OutboxTarget Leaving(OutboxTarget target, Lease departure) => target with
    {
        State = TargetState.Sending,
        Attempt = target.Attempt + 1,
        SendingAt = departure.TakenAt,
        FirstSentAt = departure.TakenAt,
        FrozenAt = target.SentFor,
        Refusal = null,
        RefusedBy = null,
        Reason = "",
    };

    // What became of the first part became of all: the network has them together or not at all.
    private async Task EndRestAsync(IReadOnlyList<TogetherPart> parts, SendResult result, Profile profile, Lease departure)
    {
        for (var place = 0; place < parts.Count; place++)
        {
            var part = parts[place].Target;
            var ended = result switch
            {
                Sent sent when place < sent.Rest.Count => End(part, isInDoubt: false, sent.Rest[place]),
                Sent => Unsure(part, "the network has the thread, and did not say that it has this part"),

                // It was never looked at: it waits for the first, as it did before.
                RefusedByNetwork => part with { State = TargetState.Scheduled, FirstSentAt = null },
                _ => End(part, isInDoubt: false, result),
            };
            await KeepAsync(ended, departure);
            if (Gate is not null)
                await Gate.NoteAsync(ended, profile);
        }

        if (parts.Count > 0 && result is Sent)
            await outbox.LinkAsync(parts[0].Target.Post);
    }

    /// <summary>Gives a target back that was taken and not tried. What has become too late meanwhile waits for a person's word.</summary>
    public async Task<OutboxTarget?> GiveBackAsync(OutboxTarget target, Lease lease, string reason)
    {
        var isLate = target.HeldAt is null && await outbox.IsLateAsync(target);
        var back = target.State == TargetState.Leased
            ? target with { State = TargetState.Scheduled, Reason = isLate ? Outbox.TooLate : reason }
            : target;
        back = isLate ? back with { HeldAt = clock.GetUtcNow() } : back;
        return await outbox.MoveAsync(target, back, lease) ? back : null;
    }

    private async Task<OutboxTarget?> HoldAsync(OutboxTarget target, Lease lease, string reason)
    {
        var held = target with { State = TargetState.Scheduled, Reason = reason, HeldAt = clock.GetUtcNow(), FirstSentAt = null, DueAt = target.DueAt ?? clock.GetUtcNow() };
        return await outbox.MoveAsync(target, held, lease) ? held : null;
    }

    private async Task<OutboxTarget?> RefuseAsync(OutboxTarget target, Lease lease, string reason)
    {
        var refused = target with { State = TargetState.Refused, Reason = reason, RefusedBy = RefusedBy.Checks };
        return await outbox.MoveAsync(target, refused, lease) ? refused : null;
    }

    // What the network has said must not be lost because the store is busy or gone for a moment: it is written again until others may take it for a doubt.
    private async Task<bool> KeepAsync(OutboxTarget ended, Lease departure)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                // The second time, it may be there already: then the same is written again.
                return await outbox.CommitAsync(ended);
            }
            catch (PluginHostException) when (departure.Age(clock) < timing.Settled)
            {
                await Task.Delay(Pause.After(tries), clock, CancellationToken.None);
            }
        }
    }

    private async Task LearnAsync(string profile, SendResult result)
    {
        if (result.RateLimit is not { } limit)
            return;

        try
        {
            await outbox.LearnAsync(profile, limit);
        }
        catch (PluginHostException)
        {
            // The outcome is on disk, and the next answer tells the limit again.
        }
    }

    private OutboxTarget End(OutboxTarget sending, bool isInDoubt, SendResult result) => result switch
    {
        Sent sent => sending with
        {
            State = TargetState.Sent,
            RemoteId = sent.RemoteId,
            Link = sent.Link,
            SentAt = sent.At,
            Tries = 0,
        },

        // A no to the repeat is no answer about the first: that one is looked into.
        RefusedByNetwork refused when isInDoubt => sending with
        {
            State = TargetState.Unknown,
            Reason = refused.Reason,
            Refusal = refused.Reason,
            DueAt = clock.GetUtcNow(),
        },
        RefusedByNetwork refused => sending with { State = TargetState.Refused, Reason = refused.Reason, RefusedBy = RefusedBy.Network },
        TryLater later => sending with
        {
            State = isInDoubt ? TargetState.Unknown : TargetState.Scheduled,
            Reason = later.Reason,
            DueAt = DueAfter(later, sending.Tries),
            Tries = sending.Tries + 1,
            FirstSentAt = isInDoubt ? sending.FirstSentAt : null,
        },
        UnknownOutcome unknown => Unsure(sending, unknown.Reason),
        _ => Unsure(sending, $"the network answered with {result}"),
    };

    private OutboxTarget Unsure(OutboxTarget sending, string reason) =>
        sending with { State = TargetState.Unknown, Reason = reason, DueAt = sending.SendingAt + timing.Settled };

    private DateTimeOffset DueAfter(TryLater later, int tries)
    {
        var pause = clock.GetUtcNow() + Pause.After(tries);
        var told = later.NotBefore ?? (later.RateLimit is { Remaining: <= 0 } limit ? limit.ResetsAt : null);
        return told > clock.GetUtcNow() ? told.Value : pause;
    }

    private async Task<SendResult> WaitAsync(Network network, Outgoing post, SendKey key, Lease lease, Lease departure)
    {
        // The deadline counts from the commit, as everybody else's patience does.
        var rest = timing.Deadline - departure.Age(clock);
        using var deadline = new CancellationTokenSource(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock);

        // The last thing before the call: whoever finds the row now may take it for dead before the request has landed.
        if (lease.IsTorn(clock) || departure.IsTorn(clock))
            return new TryLater { Reason = Torn };

        if (rest < timing.Deadline / 2)
            return new TryLater { Reason = "the disk took so long that too little time was left to send it" };

        try
        {
            return await AttemptAsync(network, post, key, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return NoAnswer();
        }
    }

    // It never throws, so that an attempt that ends after its deadline leaves no exception that nobody looks at.
    private async Task<SendResult> AttemptAsync(Network network, Outgoing post, SendKey key, CancellationToken cancel)
    {
        try
        {
            return await network.SendAsync(post, key, cancel) ?? new UnknownOutcome { Reason = "the network gave no answer" };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return NoAnswer();
        }
        catch (PluginHostException told)
        {
            return new UnknownOutcome { Reason = told.Message };
        }
        catch (Exception thrown)
        {
            // The contract of SendAsync: anything thrown counts as an unknown outcome.
            return new UnknownOutcome { Reason = $"{thrown.GetType().Name}: {thrown.Message}" };
        }
    }

    private UnknownOutcome NoAnswer() =>
        new() { Reason = string.Create(CultureInfo.InvariantCulture, $"no answer came within {timing.Deadline.TotalSeconds} seconds") };
}
