using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What waits for its time, or for a person's word.</summary>
internal sealed partial class Outbox
{
    /// <summary>Gives drafts, and what was planned and has not left, a time.</summary>
    /// <returns>Whether there was anything to give a time to.</returns>
    public async Task<bool> ScheduleAsync(long post, DateTimeOffset at, DateTimeOffset due, CancellationToken cancel)
    {
        var scheduled = await store.TransactAsync(
            async transaction =>
            {
                var count = await transaction.WriteAsync(
                    $"""
                    update posting_target set state = 'scheduled', due_at = {due}, held_at = null, reason = '', tries = 0
                    where post = {post} and state in ('draft', 'scheduled')
                    """);
                if (count > 0)
                    await transaction.WriteAsync($"update posting_post set planned_at = {at} where id = {post}");

                return count > 0 ? PostNumber.Of(post) : null;
            },
            cancel);
        Planned.Tell();
        Moved.Tell();
        return scheduled is not null;
    }
}
