using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>A person says how something ended of which nobody knows.</summary>
internal sealed class Decision(Outbox outbox, TimeProvider clock, Timing timing)
{
    /// <exception cref="WrongUseException">There is nothing to decide, or it is not said about what, or not what.</exception>
    public async Task<OutboxTarget> DecideAsync(long post, string profile, string outcome, string remoteId, CancellationToken cancel)
    {
        var targets = await outbox.ReadPostAsync(post, cancel);
        if (targets.Count == 0)
            throw new WrongUseException($"There is no post {post} here. posting.outbox shows the numbers.");

        var unknown = targets
            .Where(target => (profile.Length == 0 || target.Profile == profile) && (target.State == TargetState.Unknown || ThreadOrder.KeepsOthers(target, targets)))
            .ToList();
        if (unknown.Count == 0)
            throw new WrongUseException($"Nothing of post {post}{(profile.Length == 0 ? "" : $" on {profile}")} is unknown. posting.outbox shows what became of it.");

        if (unknown.Count > 1)
        {
            throw new WrongUseException(
                $"Post {post} is unknown on {string.Join(" and ", unknown.Select(target => target.Profile))}. Say which: profile={unknown[0].Profile}.");
        }

        var target = unknown[0];
        var decided = Decide(target, outcome, remoteId.Trim());
        return await outbox.DecideAsync(target, decided)
            ? decided
            : throw new PluginHostException($"Post {post} on {target.Profile} was settled meanwhile. posting.outbox shows how.");
    }

    private OutboxTarget Decide(OutboxTarget target, string outcome, string remoteId) => outcome switch
    {
        "sent" when remoteId.Length == 0 && target.Part + 1 < target.Parts => throw new WrongUseException(
            $"Part {target.Part + 2} answers it, so its id is needed, as the network names it: id=… (it stands in the address of the post)."),
        "sent" => target with
        {
            State = TargetState.Sent,
            RefusedBy = null,
            RemoteId = remoteId.Length > 0 ? remoteId : target.RemoteId,
            SentAt = target.SendingAt,
            Reason = "a person saw it there",
            Refusal = null,
            HeldAt = null,
        },
        "refused" => target with
        {
            State = TargetState.Refused,
            RefusedBy = RefusedBy.Person,
            Reason = "a person saw that it is not there",
            Refusal = null,
            HeldAt = null,
            FirstSentAt = null,
        },
        "again" when target.State == TargetState.Unknown && target.SendingAt + timing.Settled + timing.Clocks is var landed && landed > clock.GetUtcNow() => throw new WrongUseException(
            $"The last attempt may still land until {new InstantValue { Instant = landed.Value }}. Look there and say it then."),
        "again" => target with
        {
            State = TargetState.Scheduled,
            DueAt = clock.GetUtcNow(),
            Reason = "a person wants it sent again",
            RefusedBy = null,
            Refusal = null,
            HeldAt = null,
            FirstSentAt = null,
            Tries = 0,
        },
        _ => throw new WrongUseException($"\"{outcome}\" is no outcome. Take sent, refused or again."),
    };
}
