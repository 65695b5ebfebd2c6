using PluginHost.Campaigns;
using PluginHost.PressRoom.Feeds;
using PluginHost.PressRoom.Releases;
using PluginHost.PressRoom.Site;
using PluginHost.PressRoom.Teasers;
using PluginHost.Sdk;

namespace PluginHost.PressRoom;

/// <summary>
/// Releases to the press, in several languages and at one instant: pages, feeds and what announces them. And the other way round: what others publish becomes posts.
/// <see cref="ReleaseDesk"/> shows the way of a release, <see cref="FeedDesk"/> that of an item.
/// </summary>
[Provides(typeof(IPress))]
[Setting("releases", SettingKind.Text, "The folder of the releases: a Markdown file a language, NAME.en.md.", Default = "releases")]
[Setting("site", SettingKind.Text, "The folder that the newsroom is written into, for any web server to show.", Default = "newsroom")]
[Setting("address", SettingKind.Text, "Where the newsroom is to be read: https://press.example.com/. Teasers link to it.", Default = "")]
[Setting("organisation", SettingKind.Text, "Who speaks, as the pages say; none: the workspace's name.", Default = "")]
[Setting("interval", SettingKind.Duration, "How often feeds are asked for what is new.", Default = "15m")]
[Setting("retry", SettingKind.Duration, "After what time a post is asked for again that waits for an approval, or for its network.", Default = "10m")]
[StatusItem(HeldItem, "How many releases are held though their time has come", Command = "press.releases", Priority = 60)]
[KeyBinding("press.release", "r", When = "view == press.releases.view")]
[KeyBinding("press.preview", "p", When = "view == press.releases.view")]
[KeyBinding("press.retract", "d", When = "view == press.releases.view")]
[KeyBinding("press.feed-look", "r", When = "view == press.feeds.view")]
[KeyBinding("press.feed-remove", "d", When = "view == press.feeds.view")]
[Example(
    "Let a release come out at nine, in all its languages",
    """
    var release = await Press.Release("five-languages").At("09:00");
    Say($"{release.Pages.Count} pages and {release.Teasers.Count} posts come out at {release.Embargo:yyyy-MM-dd HH:mm} UTC.");
    """)]
[Example(
    "Announce what somebody publishes, each item once",
    """
    await foreach (var item in Press.Feed("scripts/feeds/times.xml").NewItems)
        await Publish.Now("@times", $"{item.Title} {item.Link}");

    Say("Nothing is announced twice.");
    """)]
public sealed partial class PressPlugin : Plugin
{
    internal const string HeldItem = "press.held";
    internal const string ReleasesView = "press.releases.view";
    internal const string PreviewView = "press.preview.view";
    internal const string FeedsView = "press.feeds.view";
    internal const string FeedItemsView = "press.feed-items.view";

    // Set in ActivateAsync, which comes before everything else.
    private PressSettings _settings = null!;
    private ReleaseTable _table = null!;
    private ReleaseReader _reader = null!;
    private Newsroom _newsroom = null!;
    private TeaserRun _teasers = null!;
    private ReleaseDesk _desk = null!;
    private FeedTable _feedTable = null!;
    private FeedDesk _feeds = null!;

    /// <inheritdoc />
    public override async Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _settings = PressSettings.Read(host.Settings, host.Workspace.Name);
        _table = new ReleaseTable(host.Store, host.Random, host.Clock);
        _reader = new ReleaseReader(host.Workspace, host.Times, await host.Services.GetAsync<IProfiles>(cancel), _settings);
        _newsroom = new Newsroom(host, _table, _settings);
        _teasers = new TeaserRun(host, _table, _settings.Retry);
        _desk = new ReleaseDesk(host, _table, _reader, _newsroom, _teasers, _settings);
        _feedTable = new FeedTable(host.Store, host.Clock);
        _feeds = new FeedDesk(host, _feedTable, new FeedSource(host), new FeedPosts(host, _feedTable, _settings.Retry), _settings);
        await _table.BeginAsync(cancel);
        host.Services.Provide<IPress>(new PressService(_desk, _feeds));
    }

    /// <summary>Lets releases out as long as the workspace is served.</summary>
    [BackgroundService("press.worker", "Lets releases out at their instant")]
    public Task WorkAsync(IHost host, CancellationToken cancel) => new PressWorker(host, token => _desk.LookAsync(null, token), token => TellAsync(host, token)).RunAsync(cancel);

    /// <summary>Does once what is due.</summary>
    internal Task LookAsync(CancellationToken cancel) => _desk.LookAsync(null, cancel);

    /// <summary>Does once what is due of feeds.</summary>
    internal Task LookIntoFeedsOnceAsync(CancellationToken cancel) => _feeds.LookAsync(null, always: false, cancel);

    /// <summary>The script global.</summary>
    [ScriptGlobal("Press", "Releases to the press, in all their languages at one instant, and what others publish.")]
    public async Task<ScriptPress> PressGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<IPress>(cancel), script);

    // What is held must not wait for somebody to open the list.
    internal async Task TellAsync(IHost host, CancellationToken cancel)
    {
        var held = await _table.CountHeldAsync(cancel);
        host.Status.Set(HeldItem, held == 0 ? "" : $"! {held} held");
        Refresh(host);
    }

    private static void Refresh(IHost host)
    {
        host.Views.Refresh(ReleasesView);
        host.Views.Refresh(FeedsView);
        host.Views.Refresh(FeedItemsView);
    }
}
