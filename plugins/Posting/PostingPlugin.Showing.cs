using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Shows one post.</summary>
    [Command("posting.show", "Posting: Show a Post", Description = "Shows one post: what became of it on each profile, and what can be done now.")]
    public async Task<Table> ShowAsync(IHost host, [Asks("Which post?")] long post, CancellationToken cancel)
    {
        await _outbox.SettleAsync(cancel);
        var targets = await _outbox.ReadPostAsync(post, cancel);
        if (targets.Count == 0)
            throw new WrongUseException($"There is no post {post} here. posting.outbox shows the numbers.");

        _shownPost = post;
        host.Views.Refresh(PostView);
        host.Views.Open(PostView);
        return TableOf(host, targets);
    }

    /// <summary>Sends one post now.</summary>
    [Command("posting.now", "Posting: Send Now", Description = "Sends a draft, or what waits for its time or for a word, now.")]
    public async Task<Table> SendNowAsync(IHost host, [Asks("Which post?")] long post, CancellationToken cancel)
    {
        await _publisher.ScheduleAsync(post, DueTime.At(host.Clock.GetUtcNow()), cancel);
        await _backlog.SendAsync(post, cancel);
        await _announcer.AnnounceAsync(CancellationToken.None);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    /// <summary>Shows what stands in a cell of the week.</summary>
    [Command("posting.week.show", "Posting: Show a Time of the Week", Description = "Shows the first post at a time of the week that the view Week shows.")]
    public async Task<Table> ShowCellAsync(
        IHost host,
        [Asks("At which time, such as 09:00?")] string time,
        [Asks("On which day, as the week's heading has it?")] string column,
        CancellationToken cancel)
    {
        var week = WeekOf(host);
        var shown = week.InCell(Threads.Whole(await _outbox.ReadBetweenAsync(week.From, week.To, cancel)), time, column);
        return shown.Count == 0
            ? throw new WrongUseException($"There is no post at {time} on {column}. Go to a cell that names one.")
            : await ShowAsync(host, shown[0].Target.Post, cancel);
    }

    /// <summary>Goes to the next week.</summary>
    [Command("posting.week.next", "Posting: Next Week", Description = "The view Week shows the week after.", Key = "n", When = "view == posting.week.view")]
    public void ShowNextWeek(IHost host) => ShowWeek(host, _weeks + 1);

    /// <summary>Goes to the week before.</summary>
    [Command("posting.week.previous", "Posting: Previous Week", Description = "The view Week shows the week before.", Key = "p", When = "view == posting.week.view")]
    public void ShowPreviousWeek(IHost host) => ShowWeek(host, _weeks - 1);

    /// <summary>Goes back to this week.</summary>
    [Command("posting.week.now", "Posting: This Week", Description = "The view Week shows the week with today in it.", Key = "t", When = "view == posting.week.view")]
    public void ShowThisWeek(IHost host) => ShowWeek(host, 0);

    private void ShowWeek(IHost host, int weeks)
    {
        _weeks = weeks;
        host.Views.Refresh(WeekView);
    }
}
