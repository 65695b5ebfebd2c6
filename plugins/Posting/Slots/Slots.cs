using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// When profiles speak, and which of these times are given away. A slot is given in the transaction that commits its post, and the key of the table decides
/// between two processes: none is ever given twice.
/// </summary>
internal sealed class Slots(IStore store, ITimes times, TimeProvider clock, IReadOnlyList<string> settings)
{
    // So far ahead a free one is looked for: whoever has filled a year has no need of one more.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400);

    /// <summary>The schedules of a profile: those that a command gave it, else those of the settings.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string profile, CancellationToken cancel)
    {
        var own = await store.ReadAsync(
            $"select schedule from posting_slot where profile = {profile} order by place", row => row.Text("schedule"), cancel);
        return own.Count > 0 ? own : [.. settings.Where(line => Split(line).Profile == profile).Select(line => Split(line).Schedule)];
    }

    /// <summary>Gives a profile schedules in place of those that it has.</summary>
    /// <exception cref="WrongUseException">One of them is no schedule.</exception>
    public async Task WriteAsync(string profile, IReadOnlyList<string> schedules, CancellationToken cancel)
    {
        foreach (var schedule in schedules)
            times.Next(schedule, clock.GetUtcNow());

        await store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"delete from posting_slot where profile = {profile}");
                foreach (var (place, schedule) in schedules.Index())
                    await transaction.WriteAsync($"insert into posting_slot (profile, place, schedule) values ({profile}, {(long)place}, {schedule})");

                return PostNumber.Of(schedules.Count);
            },
            cancel);
    }

    /// <summary>The times at which a profile is to speak, from now on, each once, in order.</summary>
    /// <exception cref="WrongUseException">It has none.</exception>
    public IEnumerable<DueTime> After(string profile, IReadOnlyList<string> schedules, DateTimeOffset instant)
    {
        if (schedules.Count == 0)
            throw new WrongUseException($"{profile} has no slots. Give it some: posting.slots profile={profile} times=\"Mon-Fri 09:00,13:00 Europe/Oslo\".");

        var until = instant + Ahead;
        for (var last = instant; ;)
        {
            var next = schedules.Select(schedule => times.Next(schedule, last)).Where(due => due is not null).MinBy(due => due!.Instant);
            if (next is null || next.Instant > until)
                yield break;

            yield return next;
            last = next.Instant;
        }
    }

    /// <summary>The next slot that nobody has.</summary>
    public async Task<DueTime> FindFreeAsync(IStoreTransaction transaction, string profile, IReadOnlyList<string> schedules)
    {
        await FreeAsync(transaction, profile);
        var now = clock.GetUtcNow();
        var taken = (await transaction.ReadAsync(
            $"select slot from posting_queued where profile = {profile} and slot > {now}", row => row.Instant("slot"))).ToHashSet();
        return After(profile, schedules, now).FirstOrDefault(due => !taken.Contains(due.Instant))
            ?? throw new PluginHostException(string.Create(
                CultureInfo.InvariantCulture, $"All {taken.Count} slots of {profile} in the coming year are taken. Give it more with posting.slots, or take a post out with posting.queue.out."));
    }

    /// <summary>Frees the slots of what was taken back, or was never sent: it has no claim to them any more. It becomes a draft if it is put back.</summary>
    public async Task FreeAsync(IStoreTransaction transaction, string profile)
    {
        await transaction.WriteAsync(
            $"""
            update posting_target set due_at = null where state = 'refused' and profile = {profile} and due_at > {clock.GetUtcNow()}
                and post in (select q.post from posting_queued q where q.profile = {profile})
            """);
        await transaction.WriteAsync(
            $"""
            delete from posting_queued where profile = {profile} and not exists (
                select 1 from posting_target t where t.post = posting_queued.post and t.profile = posting_queued.profile and t.state <> 'refused')
            """);
    }

    /// <summary>What is in the queue of a profile, or of all: the slot and the post.</summary>
    public Task<IReadOnlyList<QueuedPost>> ReadQueueAsync(string profile, CancellationToken cancel) => store.ReadAsync(
        $"""
        select q.profile, q.slot, q.post, t.text, t.state, t.clocks from posting_queued q
        join posting_target t on t.post = q.post and t.profile = q.profile and t.part = 0
        where (q.profile = {profile} or {profile} = '') and t.state in ('draft', 'scheduled', 'leased', 'sending', 'unknown')
        order by q.slot, q.profile
        """,
        QueuedPost.Read,
        cancel);

    /// <summary>What is wrong with the lines of the settings: whoever queues a post hears of a line only when it is that profile's.</summary>
    public IEnumerable<string> WrongSettings()
    {
        foreach (var line in settings)
        {
            var (profile, schedule) = Split(line);
            if (schedule.Length == 0 || !profile.StartsWith('@'))
            {
                yield return $"\"{line}\" is no profile and a schedule. Write them as \"@slocombe Mon-Fri 09:00,13:00 Europe/Oslo\".";
                continue;
            }

            string? wrong = null;
            try
            {
                wrong = times.Next(schedule, clock.GetUtcNow()) is null ? $"\"{schedule}\" never comes." : null;
            }
            catch (WrongUseException unread)
            {
                wrong = unread.Message;
            }

            if (wrong is not null)
                yield return $"{profile}: {wrong}";
        }
    }

    /// <summary>A line of the settings: the profile, then the schedule.</summary>
    private static (string Profile, string Schedule) Split(string line) =>
        line.Trim().Split(' ', 2, StringSplitOptions.TrimEntries) is [var profile, var schedule] ? (profile, schedule) : (line, "");
}
