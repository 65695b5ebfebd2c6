using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    // As many free slots are listed beyond the last that is taken.
    private const int FreeSlots = 5;

    /// <summary>When a profile speaks.</summary>
    [Command(
        "posting.slots",
        "Posting: Slots",
        Description = "Gives a profile the times at which it speaks, in place of those that it has; several schedules with a semicolon between. Without times it shows them.")]
    public async Task<Table> SlotsAsync(
        IHost host,
        [Asks("Of which profile? Empty: show those of all.", Default = "")] string profile,
        [Asks("When, such as Mon-Fri 09:00,13:00 Europe/Oslo? Empty: show them.", Default = "")] string times,
        CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        if (times.Length > 0)
        {
            if (profile.Length == 0)
                throw new WrongUseException("Whose slots? Name the profile: posting.slots profile=@name times=\"…\".");

            var schedules = times.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            await _slots.WriteAsync(profiles[profile].Name, [.. schedules.Select(schedule => WithZone(host, schedule))], cancel);
        }

        var rows = new List<(string Profile, string Schedule)>();
        foreach (var each in profile.Length > 0 ? [profiles[profile]] : profiles.All)
            rows.AddRange((await _slots.ReadAsync(each.Name, cancel)).Select(schedule => (each.Name, schedule)));

        return Table.Of(
            rows,
            ("profile", row => row.Profile),
            ("slots", row => row.Schedule),
            ("next", row => host.Times.Next(row.Schedule, host.Clock.GetUtcNow())?.ToString()));
    }

    /// <summary>Puts a post into the next free slot.</summary>
    [Command("posting.queue", "Posting: Queue", Description = "Publishes a text in the next free slot of a profile. posting.slots says when these are.", Undo = "posting.undo")]
    public async Task<Table> QueueAsync(
        IHost host, [Asks("On which profile?")] string profile, [Asks("What is to be said?", Anew = true)] string text, CancellationToken cancel)
    {
        var post = await _publisher.QueueAsync(PlanOf(profile, text, "posting.queue"), _slots, cancel);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    /// <summary>Takes back what was put into the queue last.</summary>
    [Command("posting.queue.takeback", "Posting: Take Back What Was Queued Last", Description = "Takes back the newest post in the queue of a profile. Its slot is free then.")]
    public async Task<Table> TakeBackQueuedAsync(IHost host, [Asks("Of which profile?")] string profile, CancellationToken cancel)
    {
        var newest = (await _slots.ReadQueueAsync(profile, cancel)).MaxBy(queued => queued.Post)
            ?? throw new PluginHostException($"Nothing of {profile} is in the queue. posting.queue.list shows what is.");
        return await UndoAsync(host, newest.Post, cancel);
    }

    /// <summary>What is in the queue.</summary>
    [Command("posting.queue.list", "Posting: What Is Queued", Description = "The slots of a profile, or of all: what is in them, and which are free next.")]
    public async Task<Table> QueueListAsync(IHost host, [Asks("Of which profile? Empty: of all.", Default = "")] string profile, CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var rows = new List<(DateTimeOffset At, string Profile, QueuedPost? Queued)>();
        foreach (var each in profile.Length > 0 ? [profiles[profile]] : profiles.All)
        {
            var queue = await _slots.ReadQueueAsync(each.Name, cancel);
            rows.AddRange(queue.Select(queued => (queued.Slot, queued.Profile, (QueuedPost?)queued)));
            var schedules = await _slots.ReadAsync(each.Name, cancel);
            if (schedules.Count == 0)
                continue;

            var taken = queue.Select(queued => queued.Slot).ToHashSet();
            rows.AddRange(_slots.After(each.Name, schedules, host.Clock.GetUtcNow())
                .Where(slot => !taken.Contains(slot.Instant)).Take(FreeSlots).Select(slot => (slot.Instant, each.Name, (QueuedPost?)null)));
        }

        return Table.Of(
            rows.OrderBy(row => row.At).ThenBy(row => row.Profile, StringComparer.Ordinal),
            ("slot", row => InZone(host, row.At)),
            ("profile", row => row.Profile),
            ("post", row => row.Queued is { } queued ? queued.Post : Value.Nothing),
            ("state", row => row.Queued is { } queued ? TargetStates.Text(queued.State) : "free"),
            ("text", row => row.Queued?.Text ?? ""),
            ("note", row => row.Queued?.Clocks ?? ""));
    }

    /// <summary>Moves a post to another slot.</summary>
    [Command("posting.queue.move", "Posting: Move to Another Slot", Description = "Gives a post that waits another slot of its profile: one that you name, or the next that is free.")]
    public async Task<Table> QueueMoveAsync(
        IHost host,
        [Asks("Which post?")] long post,
        [Asks("To which slot? Empty: the next that is free.", Default = "")] string at,
        CancellationToken cancel)
    {
        var targets = await _outbox.ReadPostAsync(post, cancel);
        var owners = targets.Select(target => target.Profile).Distinct().Count();
        if (owners != 1)
            throw new WrongUseException(owners == 0
                ? $"There is no post {post} here. posting.outbox shows the numbers."
                : $"Post {post} goes out on {owners} profiles, and a slot belongs to one. posting.schedule gives it a time.");

        var to = at.Length > 0 ? host.Times.Read(at).Instant : (DateTimeOffset?)null;
        if (await _outbox.MoveToSlotAsync(post, targets[0].Profile, to, _slots, cancel) is null)
            throw new PluginHostException($"Post {post} does not wait any more: posting.outbox shows what became of it.");

        _announcer.Refresh();
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    /// <summary>Takes a post out of the queue.</summary>
    [Command("posting.queue.out", "Posting: Take Out of the Queue", Description = "Takes a post out of the queue. It stays as a draft, and its slot is free.", Undo = "posting.queue.move")]
    public async Task<Table> QueueOutAsync(IHost host, [Asks("Which post?")] long post, CancellationToken cancel)
    {
        if (!await _outbox.TakeOutAsync(post, cancel))
            throw new WrongUseException($"Post {post} does not wait in a queue. posting.queue.list shows what does.");

        _announcer.Refresh();
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    // Kept with its zone: a workspace that moves takes no slot with it.
    private static string WithZone(IHost host, string schedule)
    {
        var zone = (host.Times.Next(schedule, host.Clock.GetUtcNow()) ?? throw new WrongUseException($"\"{schedule}\" never comes. Write it as Mon-Fri 09:00,13:00 Europe/Oslo.")).Zone.Id;
        return schedule.EndsWith(zone, StringComparison.Ordinal) ? schedule : $"{schedule} {zone}";
    }
}
