using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Threads that leave as one, on a network that publishes them so.</summary>
internal sealed partial class Outbox
{
    // All depart, or the first alone: whoever takes a part back between the look and this is heard.
    private async Task<bool?> DepartTogetherAsync(IStoreTransaction transaction, Sql departure, Lease lease, IReadOnlyList<OutboxTarget> rest)
    {
        if (await transaction.WriteAsync(departure) == 0)
            return null;

        var waiting = await transaction.ReadAsync(
            $"""
            select place from posting_target
            where post = {rest[0].Post} and place >= {(long)rest[0].Place} and place <= {(long)rest[^1].Place}
              and state = 'scheduled' and held_at is null and refused_by is null
            """,
            row => row.Integer("place"));
        if (waiting.Count < rest.Count)
            return false;

        foreach (var part in rest)
        {
            await transaction.WriteAsync(
                $"""
                update posting_target
                set state = 'sending', attempt = {(long)part.Attempt}, body_hash = {BodyHash.Of(part.Text)}, sending_at = {part.SendingAt},
                    first_sent_at = {part.FirstSentAt}, frozen_at = {part.FrozenAt}, refusal = null, reason = '', lease_owner = {lease.Owner}, lease_until = {part.SendingAt + timing.Lease}
                where key = {part.Key}
                """);
        }

        return true;
    }

    /// <summary>Notes what the parts answer that left with their thread, once they are there.</summary>
    public Task LinkAsync(long post) => store.Relaxed.WriteAsync(
        $"""
        update posting_target
        set in_reply_to = (select b.remote_id from posting_target b where b.post = posting_target.post and b.place = posting_target.place - 1),
            thread_root = (select b.remote_id from posting_target b where b.post = posting_target.post and b.place = posting_target.place - posting_target.part)
        where post = {post} and part > 0 and in_reply_to is null and state in ('sent', 'unknown')
        """,
        CancellationToken.None);

    /// <summary>Notes what a part answers that left with its thread.</summary>
    /// <returns>The part as it stands now; it answers nothing yet where the part before it is not known to be there.</returns>
    public async Task<OutboxTarget> LinkAsync(OutboxTarget part)
    {
        await LinkAsync(part.Post);
        return await ReadAsync(part, CancellationToken.None);
    }

    /// <summary>Lets the parts wait for their turn again that left with a first part which is certainly not there. What was taken back meanwhile is refused.</summary>
    public Task BringBackRestAsync(OutboxTarget first, DateTimeOffset now) => MoveAsync(
        store,
        $"""
        update posting_target
        set state = case when refused_by = {RefusedBy.Person} then 'refused' else 'scheduled' end,
            reason = case when refused_by = {RefusedBy.Person} then {TakenBack} else '' end,
            due_at = {now}, first_sent_at = null, lease_owner = null, lease_until = null
        where post = {first.Post} and place > {(long)first.Place} and place < {(long)(first.Place + first.Parts)} and state = 'unknown' and in_reply_to is null
        """);
}
