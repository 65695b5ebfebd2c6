using PluginHost.Campaigns;
using PluginHost.Listening.Counting;
using PluginHost.Listening.Hearing;
using PluginHost.Listening.Matching;
using PluginHost.Listening.People;
using PluginHost.Listening.Posts;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening;

/// <summary>
/// Hears what is said in public and to our profiles, and keeps what meets a query. <see cref="Ears"/> shows the way of a post, <see cref="QueryReader"/> the grammar,
/// <see cref="IMatcher"/> where engines are exchanged.
/// </summary>
[Provides(typeof(IListening))]
[Setting("keep", SettingKind.Duration, "How long posts that met a query are kept at least. Counts are kept for ever.", Default = "90d")]
[StatusItem(SpikesItem, "How many queries have a spike", Command = "listening.spikes", Priority = 30)]
[KeyBinding("listening.remove", "x", When = "view == listening.queries.view")]
[KeyBinding("listening.change", "c", When = "view == listening.queries.view")]
[KeyBinding("listening.mute.query", "m", When = "view == listening.queries.view")]
[KeyBinding("listening.mute.author", "m", When = "view == listening.stream.view")]
[KeyBinding("listening.mute.author", "m", When = "view == listening.match.view")]
[Example(
    "Hear for an hour what is said about us, and about them",
    """
    var (ours, theirs) = (0, 0);
    await foreach (var match in Listen("slocombe OR globex").For(Hours(Args.Count > 0 ? 0 : 1)))
    {
        ours += match.Text.Contains("Slocombe") ? 1 : 0;
        theirs += match.Text.Contains("Globex") ? 1 : 0;
    }

    Say($"{ours} about us, {theirs} about them.");
    """)]
public sealed partial class ListeningPlugin : Plugin
{
    internal const string SpikesItem = "listening.spiking";
    internal const string QueriesView = "listening.queries.view";
    internal const string StreamView = "listening.stream.view";
    internal const string MatchView = "listening.match.view";
    internal const string ShareView = "listening.share.view";

    // Set in ActivateAsync, which comes before everything else.
    private QueryBook _book = null!;
    private PeopleLists _lists = null!;
    private Mutes _mutes = null!;
    private PostSearch _search = null!;
    private Standings _standings = null!;
    private Ears _ears = null!;
    private ListeningService _service = null!;

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        var keep = host.Settings.Duration("keep");
        if (keep < TimeSpan.FromDays(1))
            throw new WrongUseException("The setting keep of listening is less than a day. Take 1d or more.");

        _book = new QueryBook(host.Store, host.Clock);
        _lists = new PeopleLists(host.Store, host.Clock);
        _mutes = new Mutes(host.Store, host.Clock);
        _search = new PostSearch(host.Store, host.Clock);
        _standings = new Standings(host.Store, _book, _mutes, host.Clock);
        var watching = new Watching(host.Clock);
        var trimming = new Trimming(host.Store, host.Clock, keep);
        _ears = new Ears(host, new HeardStreams(host, watching), watching, new PostLog(host.Clock), trimming, () => RefreshAll(host)) { Rested = ShowSpikesAsync };
        _service = new ListeningService(_book, _search, _ears);
        host.Services.Provide<IListening>(_service);
        return Task.CompletedTask;
    }

    /// <summary>Listens as long as the workspace is served.</summary>
    [BackgroundService("listening.ears", "Hears what is said, and keeps what meets a query")]
    public Task ListenAsync(CancellationToken cancel) => _ears.ListenAsync(cancel);

    /// <summary>The script global.</summary>
    [ScriptGlobal("Listen", "Hears what is said in public and meets a query: await foreach (var match in Listen(\"acme OR #acme\").Until(Today.At(\"18:00\"))).")]
    public async Task<Listener> ListenGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        ScriptListener.For(await host.Services.GetAsync<IListening>(cancel), script);

    private async Task ShowSpikesAsync(IHost host, CancellationToken cancel)
    {
        var spiking = (await _standings.ReadAsync(cancel)).Count(standing => standing.IsSpike);
        host.Status.Set(SpikesItem, spiking == 0 ? "" : $"{Sign.Warning} {spiking} spiking");
    }

    private static void RefreshAll(IHost host)
    {
        host.Views.Refresh(QueriesView);
        host.Views.Refresh(StreamView);
        host.Views.Refresh(ShareView);
    }

    private static DateTimeOffset InZone(IHost host, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone);

    private static int AtLeastOne(int number, string what) =>
        number > 0 ? number : throw new WrongUseException($"{number} is no number of {what}. Take 1 or more.");
}
