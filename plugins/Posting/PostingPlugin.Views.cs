using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    private const int Shown = 200;

    private long? _shownPost;
    private int _weeks;

    /// <summary>What was sent.</summary>
    [View(TimelineView, "Timeline", Area.Editor, Welcome = "Nothing was sent yet. {workbench.compose} writes a post.")]
    public async Task<TableView> ShowTimelineAsync(IHost host, CancellationToken cancel)
    {
        var moments = MomentsOf(host);
        var sent = await _outbox.ReadSentAsync(Shown, cancel);
        return new TableView
        {
            Table = Table.Of(
                Threads.Whole(sent),
                ("when", target => moments.On(target.Time)),
                ("profile", target => target.Profile),
                ("text", target => target.Text),
                ("link", target => target.Link),
                ("post", target => target.Post)),
            OpenCommand = "posting.show",
            Key = "post",
        };
    }

    /// <summary>What is planned, under way and done.</summary>
    [View(OutboxView, "Outbox", Area.Editor, Welcome = "The outbox is empty. {workbench.compose} writes a post.")]
    public async Task<TableView> ShowOutboxAsync(IHost host, CancellationToken cancel)
    {
        await _outbox.SettleAsync(cancel);
        return new TableView
        {
            Table = OutboxTable.Of(await _outbox.ReadNextAsync(Shown, cancel), MomentsOf(host), _timing),
            OpenCommand = "posting.show",
            Key = OutboxTable.Key,
        };
    }

    /// <summary>One post.</summary>
    [View(PostView, "Post", Area.Editor, Welcome = "There is no post yet. {workbench.compose} writes one.")]
    public async Task<Tree> ShowPostAsync(IHost host, CancellationToken cancel)
    {
        await _outbox.SettleAsync(cancel);
        var post = _shownPost ?? (await _outbox.ReadLastAsync(cancel))?.Value;
        var shown = post is { } number ? await _outbox.ReadShownAsync(number, cancel) : [];
        if (shown.Count == 0)
            return new Tree { Nodes = [] };

        var media = await _outbox.ReadMediaAsync([.. shown.Select(each => each.Target)], cancel);
        return new PostTree(shown, media, MomentsOf(host), _timing).Make();
    }

    /// <summary>A week.</summary>
    [View(WeekView, "Week", Area.Editor, Welcome = "Nothing is planned in this week, and nothing was sent. {workbench.compose} writes a post.")]
    public async Task<TableView> ShowWeekAsync(IHost host, CancellationToken cancel)
    {
        await _outbox.SettleAsync(cancel);
        var week = WeekOf(host);
        return new TableView
        {
            Table = week.Make(Threads.Whole(await _outbox.ReadBetweenAsync(week.From, week.To, cancel))),
            Caption = week.Caption,
            OpenCommand = "posting.week.show",
            Key = WeekTable.Time,
        };
    }

    /// <summary>What happened.</summary>
    [View(HistoryView, "Outbox Log", Area.Panel, Welcome = "Nothing has happened in the outbox yet. {workbench.compose} writes a post.")]
    public async Task<LogView> ShowLogAsync(IHost host, CancellationToken cancel)
    {
        await _outbox.SettleAsync(cancel);
        return OutboxLog.Of(await _outbox.ReadNewestAsync(Shown, cancel), MomentsOf(host), _timing);
    }

    private static Moments MomentsOf(IHost host) => new(host.Workspace.Zone, host.Clock.GetUtcNow());

    private WeekTable WeekOf(IHost host) => new(host.Workspace.Zone, host.Clock.GetUtcNow(), _weeks);
}
