using PluginHost.PressRoom.Feeds;
using PluginHost.Sdk;

namespace PluginHost.PressRoom;

public sealed partial class PressPlugin
{
    private const int ShownItems = 100;
    private string? _shownFeed;

    /// <summary>All feeds.</summary>
    [Command("press.feeds", "Press: Feeds", Description = "Every feed whose items become posts: where it is, who says it, when it was looked into, and what is wrong with it.")]
    public async Task<Table> FeedsAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(FeedsView);
        return await FeedTableAsync(host, cancel);
    }

    /// <summary>Adds a feed.</summary>
    [Command(
        "press.feed-add",
        "Press: Add a Feed",
        Description = "Lets what somebody publishes (RSS or Atom) become posts, each item once for ever. What stands in the feed already is not posted, unless old=true.",
        Undo = "press.feed-remove")]
    public async Task<Table> AddFeedAsync(
        IHost host,
        [Asks("By what name?", Anew = true)] string name,
        [Asks("Where is it: an address, or a file of the workspace?")] string address,
        [Asks("Who says it: profiles with commas between them, or a purpose?")] string to,
        [Asks("With which words? {title}, {link}, {summary} and {tags} stand for what the item says.", Default = "{title}\n\n{link}")] string template,
        [Asks("How many items at most at one look?", Default = "5")] int most,
        [Asks("Whether what stands in it already is posted too.", Default = "false")] bool old,
        CancellationToken cancel)
    {
        if (most is < 1 or > 50)
            throw new WrongUseException($"most={most}: take a number from 1 to 50.");

        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl))
            throw new WrongUseException("The feed has no name. Give it a short one: name=times.");

        var feed = new StandingFeed { Name = name.Trim(), Address = address.Trim(), Speakers = to.Trim(), Template = template, Most = most, WithOld = old };
        await _feeds.AddAsync(feed, cancel);
        Refresh(host);
        return await FeedTableAsync(host, cancel);
    }

    /// <summary>Takes a feed away.</summary>
    [Command("press.feed-remove", "Press: Remove a Feed", Description = "Ends that a feed's items become posts. What it gave stays known: added again, it posts nothing twice.")]
    public async Task<Table> RemoveFeedAsync(
        IHost host,
        [Asks("Which feed?")] string name,
        [Asks("Whether it is removed without being asked once more: sure=true.", Default = "false")] bool sure,
        CancellationToken cancel)
    {
        if (await _feedTable.FindAsync(name, cancel) is not { } feed)
            throw new WrongUseException($"There is no feed {name}.{Nearest.Hint(name, (await _feedTable.ReadAllAsync(cancel)).Select(known => known.Name))}");

        if (!sure && !await host.Ask.ForConfirmAsync($"Remove the feed {name}, which posts {feed.Address} on {feed.Speakers}?", cancel))
            throw new PluginHostException($"The feed {name} was not removed. Where nobody can be asked, add sure=true.");

        await _feedTable.RemoveAsync(name, cancel);

        Refresh(host);
        return await FeedTableAsync(host, cancel);
    }

    /// <summary>Looks into feeds now.</summary>
    [Command("press.feed-look", "Press: Look Into Feeds", Description = "Asks the feeds for what is new, now, and posts it.", Confirm = "press.feed-coming")]
    public async Task<Table> LookIntoFeedsAsync(IHost host, [Asks("Which feed? Empty: all.", Default = "")] string name, CancellationToken cancel)
    {
        if (name.Length > 0 && await _feedTable.FindAsync(name, cancel) is null)
            throw new WrongUseException($"There is no feed {name}. press.feeds shows those there are.");

        await _feeds.LookAsync(name.Length > 0 ? name : null, always: true, cancel);
        Refresh(host);
        return await FeedTableAsync(host, cancel);
    }

    /// <summary>Says what looking into feeds may post.</summary>
    [Command("press.feed-coming", "Press: What a Feed Would Post", Description = "Says who would post what if press.feed-look asked the feeds for what is new. Nothing is asked or posted.")]
    public async Task<string> FeedComingAsync(IHost host, [Asks("Which feed? Empty: all.", Default = "")] string name, CancellationToken cancel)
    {
        var feeds = (await _feedTable.ReadAllAsync(cancel)).Where(feed => name.Length == 0 || feed.Name == name).ToList();
        return feeds.Count == 0 ? "" : string.Join(
            '\n',
            [
                $"Ask {(name.Length > 0 ? $"the feed {name}" : "all feeds")} now, and post what is new?",
                .. feeds.Select(feed => $"{feed.Name}: up to {feed.Most} posts on {feed.Speakers}, from {feed.Address}"),
            ]);
    }

    /// <summary>What a feed gave.</summary>
    [Command("press.feed-items", "Press: Items of a Feed", Description = "What a feed has given, the newest first, and what became of it.")]
    public async Task<Table> FeedItemsAsync(IHost host, [Asks("Which feed?")] string name, CancellationToken cancel)
    {
        _shownFeed = name;
        host.Views.Refresh(FeedItemsView);
        host.Views.Open(FeedItemsView);
        return ItemTableOf(host, await _feedTable.ReadNewestAsync(StandingFeed.TakerOf(name), ShownItems, cancel));
    }

    /// <summary>Asks feeds as long as the workspace is served.</summary>
    [BackgroundService("press.feed-worker", "Posts what feeds publish")]
    public Task WorkOnFeedsAsync(IHost host, CancellationToken cancel) =>
        new PressWorker(
            host,
            token => _feeds.LookAsync(null, always: false, token),
            token =>
            {
                Refresh(host);
                return Task.CompletedTask;
            }).RunAsync(cancel);

    /// <summary>The feeds.</summary>
    [View(FeedsView, "Feeds", Area.Editor, Welcome = "No feed becomes posts yet. {press.feed-add} adds one: RSS or Atom, from the web or from a file.")]
    public async Task<TableView> ShowFeedsAsync(IHost host, CancellationToken cancel) =>
        new() { Table = await FeedTableAsync(host, cancel), OpenCommand = "press.feed-items", Key = "name" };

    /// <summary>The items of a feed.</summary>
    [View(FeedItemsView, "Feed Items", Area.Editor, Welcome = "This feed has given nothing yet. {press.feed-look} asks it now.")]
    public async Task<TableView> ShowFeedItemsAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = ItemTableOf(host, _shownFeed is { } name ? await _feedTable.ReadNewestAsync(StandingFeed.TakerOf(name), ShownItems, cancel) : []),
        Key = "key",
    };

    private async Task<Table> FeedTableAsync(IHost host, CancellationToken cancel)
    {
        var rows = new List<(StandingFeed Feed, long Sent)>();
        foreach (var feed in await _feedTable.ReadAllAsync(cancel))
            rows.Add((feed, await _feedTable.CountSentAsync(feed.Taker, cancel)));

        return Table.Of(
            rows,
            ("name", row => row.Feed.Name),
            ("address", row => row.Feed.Address),
            ("to", row => row.Feed.Speakers),
            ("posted", row => row.Sent),
            ("looked", row => Local(host, row.Feed.LookedAt)),
            ("next", row => Local(host, row.Feed.NextAt)),
            ("problem", row => row.Feed.Problem));
    }

    private static Table ItemTableOf(IHost host, IReadOnlyList<StoredItem> items) => Table.Of(
        items,
        ("key", item => item.Identity[..12]),
        ("taken", item => Local(host, item.At)),
        ("state", item => item.State),
        ("title", item => item.Item.Title),
        ("link", item => item.Item.Link),
        ("note", item => item.Reason));

    private static Value Local(IHost host, DateTimeOffset? instant) =>
        instant is { } known ? TimeZoneInfo.ConvertTime(known, host.Workspace.Zone) : Value.Nothing;
}
