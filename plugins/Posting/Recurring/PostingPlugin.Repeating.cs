using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    private const string TextsBetween = "||";

    /// <summary>Says something again and again.</summary>
    [Command(
        "posting.repeat",
        "Posting: Repeat",
        Description = "Says something again and again, by a schedule such as Mon-Fri 09:00 Europe/Oslo. Several texts, with || between, take turns: who hears the same leaves, and X refuses repeats.",
        Undo = "posting.repeat.stop")]
    public async Task<Table> RepeatAsync(
        IHost host,
        [Asks("On which profiles, with spaces between?")] string profile,
        [Asks("What is to be said? Several texts with || between.", Anew = true)] string text,
        [Asks("When, such as Mon-Fri 09:00 Europe/Oslo?")] string schedule,
        [Asks("Until when? Empty: without end.", Default = "")] string until,
        [Asks("How often at most? 0: without end.", Default = "0")] long times,
        [Asks("If one is missed: late, late 2h, ask, skip, skip 30m? Empty: as the profile has it.", Default = "")] string missed,
        CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var zoned = WithZone(host, schedule);
        var id = await _repeating.BeginAsync(
            new Repetition
            {
                Id = 0,
                Profiles = [.. profile.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => profiles[name].Name)],
                Schedule = zoned,
                Texts = [.. text.Split(TextsBetween).Select(each => each.Trim())],
                Author = host.Workspace.Person,
                Until = until.Length > 0 ? EndOf(host, until, zoned) : null,
                Times = times >= 0 ? times : throw new WrongUseException($"{times} is no number of times. Take 1 or more, or 0 for no end."),
                Missed = missed.Length > 0 ? Missed.Parse(missed) : null,
                Since = DateTimeOffset.FromUnixTimeMilliseconds(host.Clock.GetUtcNow().ToUnixTimeMilliseconds()),
                RolledUntil = host.Clock.GetUtcNow(),
            },
            cancel);
        _announcer.Refresh();
        return await ShowRepetitionAsync(host, id, cancel);
    }

    /// <summary>Takes back the repetition that was begun last.</summary>
    [Command("posting.repeat.takeback", "Posting: Take Back the Last Repetition", Description = "Stops the repetition that was begun last on profiles.")]
    public async Task<Table> TakeBackRepetitionAsync(IHost host, [Asks("On which profiles?")] string profile, CancellationToken cancel)
    {
        var names = profile.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = (await _repetitions.ReadAllAsync(cancel)).LastOrDefault(each => each.Repetition.StoppedAt is null && each.Repetition.Profiles.SequenceEqual(names))
            ?? throw new WrongUseException($"Nothing is repeated on {profile}. posting.repeats shows what is.");
        return await StopRepetitionAsync(host, last.Repetition.Id, cancel);
    }

    /// <summary>What is repeated.</summary>
    [Command("posting.repeats", "Posting: What Is Repeated", Description = "What is said again and again, how often it was said, and when it comes next.")]
    public async Task<Table> RepetitionsAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(RepetitionsView);
        return RepetitionTable.Of(await _repetitions.ReadAllAsync(cancel), host.Workspace.Zone);
    }

    /// <summary>The times of a repetition.</summary>
    [Command("posting.repeat.show", "Posting: Show a Repetition", Description = "The times of a repetition that are in the outbox: what is said, and what is left out.")]
    public async Task<Table> ShowRepetitionAsync(IHost host, [Asks("Which repetition?")] long repetition, CancellationToken cancel)
    {
        await _repetitions.ReadAsync(repetition, cancel);
        return Table.Of(
            await _outbox.ReadRepeatedAsync(repetition, cancel),
            ("repetition", _ => repetition),
            ("due", target => InZone(host, target.PlannedAt ?? target.CreatedAt)),
            ("wall", target => target.Wall is { } wall ? $"{wall.Replace('T', ' ')} {target.Zone}" : ""),
            ("profile", target => target.Profile),
            ("state", target => Outbox.IsLeftOut(target) ? "left out" : TargetStates.Text(target.State)),
            ("text", target => target.Text),
            ("note", target => target.Clocks.Length > 0 ? target.Clocks : target.Reason),
            ("post", target => target.Post));
    }

    /// <summary>Leaves one time out.</summary>
    [Command("posting.skip", "Posting: Leave One Out", Description = "Leaves one time of a repetition out: the one that you name, or the next.", Undo = "posting.unskip")]
    public async Task<Table> SkipAsync(
        IHost host, [Asks("Which repetition?")] long repetition, [Asks("Which time? Empty: the next.", Default = "")] string at, CancellationToken cancel)
    {
        var target = await _repeating.FindAsync(repetition, at, each => each.State is TargetState.Draft or TargetState.Scheduled, cancel);
        return await LeftOutAsync(host, repetition, target, isLeftOut: true, cancel);
    }

    /// <summary>Says after all what was left out.</summary>
    [Command("posting.unskip", "Posting: Say It After All", Description = "Says one time of a repetition after all that was left out: the one that you name, or the next.", Undo = "posting.skip")]
    public async Task<Table> UnskipAsync(
        IHost host, [Asks("Which repetition?")] long repetition, [Asks("Which time? Empty: the next that is left out.", Default = "")] string at, CancellationToken cancel)
    {
        var target = await _repeating.FindAsync(repetition, at, Outbox.IsLeftOut, cancel);
        return await LeftOutAsync(host, repetition, target, isLeftOut: false, cancel);
    }

    /// <summary>Says something else at one time.</summary>
    [Command(
        "posting.repeat.change",
        "Posting: Change One",
        Description = "Says something else at one time of a repetition. The others stay as they are. An empty text gives it one of the repetition's again.",
        Undo = "posting.repeat.reset")]
    public async Task<Table> ChangeRepeatedAsync(
        IHost host,
        [Asks("Which repetition?")] long repetition,
        [Asks("What is said then?", Anew = true)] string text,
        [Asks("Which time? Empty: the next.", Default = "")] string at,
        CancellationToken cancel)
    {
        var target = await _repeating.FindAsync(repetition, at, each => each.State is TargetState.Draft or TargetState.Scheduled, cancel);
        if (!await _repeating.ChangeAsync(repetition, target, text.Length > 0 ? text : (await _repetitions.ReadAsync(repetition, cancel)).Texts[0], cancel))
            throw new PluginHostException($"Post {target.Post} of repetition {repetition} has left, or was tried: posting.outbox shows what became of it.");

        _announcer.Refresh();
        return TableOf(host, await _outbox.ReadPostAsync(target.Post, CancellationToken.None));
    }

    /// <summary>Gives one time the text of the repetition again.</summary>
    [Command("posting.repeat.reset", "Posting: Change One Back", Description = "Gives one time of a repetition the repetition's first text again.")]
    public Task<Table> ResetRepeatedAsync(
        IHost host, [Asks("Which repetition?")] long repetition, [Asks("Which time? Empty: the next.", Default = "")] string at, CancellationToken cancel) =>
        ChangeRepeatedAsync(host, repetition, "", at, cancel);

    /// <summary>Ends a repetition.</summary>
    [Command("posting.repeat.stop", "Posting: Stop Repeating", Description = "Ends a repetition, and takes back what waits of it.", Undo = "posting.repeat.resume")]
    public Task<Table> StopRepetitionAsync(IHost host, [Asks("Which repetition?")] long repetition, CancellationToken cancel) =>
        StopRepetitionAsync(host, repetition, isStopped: true, cancel);

    /// <summary>Goes on with a repetition.</summary>
    [Command("posting.repeat.resume", "Posting: Go On Repeating", Description = "Goes on with a repetition that was stopped, and puts back what is still to come.", Undo = "posting.repeat.stop")]
    public Task<Table> ResumeRepetitionAsync(IHost host, [Asks("Which repetition?")] long repetition, CancellationToken cancel) =>
        StopRepetitionAsync(host, repetition, isStopped: false, cancel);

    /// <summary>What is repeated.</summary>
    [View(RepetitionsView, "Repetitions", Area.Editor, Welcome = "Nothing is repeated. {posting.repeat} says something again and again.")]
    public async Task<TableView> ShowRepetitionsAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = RepetitionTable.Of(await _repetitions.ReadAllAsync(cancel), host.Workspace.Zone),
        OpenCommand = "posting.repeat.show",
        Key = "repetition",
    };

    private async Task<Table> LeftOutAsync(IHost host, long repetition, OutboxTarget target, bool isLeftOut, CancellationToken cancel)
    {
        if (!await _outbox.LeaveOutAsync(target.Post, isLeftOut))
        {
            throw new PluginHostException(isLeftOut
                ? $"Post {target.Post} of repetition {repetition} has left, or is left out already: posting.repeat.show shows how it stands."
                : $"Post {target.Post} of repetition {repetition} is not left out: posting.repeat.show shows how it stands.");
        }

        _announcer.Refresh();
        return TableOf(host, await _outbox.ReadPostAsync(target.Post, cancel));
    }

    private async Task<Table> StopRepetitionAsync(IHost host, long repetition, bool isStopped, CancellationToken cancel)
    {
        await _repetitions.ReadAsync(repetition, cancel);
        if (await _repetitions.StopAsync(repetition, isStopped, cancel) is null)
            throw new WrongUseException($"Repetition {repetition} {(isStopped ? "is stopped already" : "goes on")}. posting.repeats shows how it stands.");

        if (!isStopped)
            await _repeating.RollAsync(cancel);

        _announcer.Refresh();
        return await ShowRepetitionAsync(host, repetition, cancel);
    }

    // A date alone means the whole of it, where the schedule is.
    private static DateTimeOffset EndOf(IHost host, string until, string schedule)
    {
        if (DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return host.Times.At(day.AddDays(1).ToDateTime(TimeOnly.MinValue), host.Times.Next(schedule, DateTimeOffset.UnixEpoch)!.Zone).Instant.AddMilliseconds(-1);

        try
        {
            return host.Times.Read(until).Instant;
        }
        catch (WrongUseException wrong)
        {
            var today = InZone(host, host.Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            throw new WrongUseException($"until={until}: {wrong.Message} A day alone, {today}, is meant as a whole.");
        }
    }
}
