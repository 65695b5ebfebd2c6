using System.Globalization;
using PluginHost.Listening.Counting;
using PluginHost.Listening.People;
using PluginHost.Sdk;

namespace PluginHost.Listening;

public sealed partial class ListeningPlugin
{
    private const int Shown = 200;

    private string? _shownQuery;
    private long? _shownMatch;

    /// <summary>What is listened for.</summary>
    [View(QueriesView, "Listening", Area.Editor, Welcome = "Nobody listens yet. {listening.add} saves a query: acme AND (slow OR down) NOT from:acme_status.")]
    public async Task<TableView> ShowQueriesAsync(CancellationToken cancel)
    {
        var standings = await _standings.ReadAsync(cancel);
        return new TableView
        {
            Table = Table.Of(
                standings,
                ("name", standing => standing.Query.Name),
                ("hour", standing => standing.Hours[^1]),
                ("24 h", standing => Sparkline.Of([.. standing.Hours.TakeLast(24).Chunk(2).Select(pair => pair.Sum())])),
                ("day", standing => standing.LastDay),
                ("now", standing => NowOf(standing)),
                ("query", standing => standing.Query.Text)),
            OpenCommand = "listening.show",
            Key = "name",

            // Two hours each: on eighty columns the newest would be cut off, and they are what matters.
            Caption = standings.Count > 0 ? "2 h a block, newest last" : "",
        };
    }

    /// <summary>Shows what a query hears.</summary>
    [Command("listening.show", "Listening: Show a Query", Description = "Shows in the view Stream what one saved query hears; without a name, what all of them hear.")]
    public async Task<Table> ShowQueryAsync(IHost host, [Asks("Which query? Empty for all.", Default = "")] string name, CancellationToken cancel)
    {
        _shownQuery = name.Length == 0 ? null : (await _book.FindAsync(name, cancel)).Name;
        host.Views.Refresh(StreamView);
        host.Views.Open(StreamView);
        return await TableOfAsync(host, await StreamAsync(cancel), cancel);
    }

    /// <summary>What is heard.</summary>
    [View(StreamView, "Stream", Area.Editor, Welcome = "Nothing was heard yet. {listening.add} saves a query; \"pluginhost serve\" or this screen listens.")]
    public async Task<TableView> ShowStreamAsync(IHost host, CancellationToken cancel)
    {
        var names = await NamesAsync(cancel);
        var posts = await StreamAsync(cancel);
        return new TableView
        {
            Table = Table.Of(
                posts,
                ("time", kept => InZone(host, kept.Post.At)),
                ("handle", kept => kept.Post.Handle),
                ("text", kept => kept.Post.Text),
                ("queries", kept => QueriesOf(kept, names)),
                ("post", kept => kept.Id)),
            OpenCommand = "listening.match",
            Key = "post",
            Caption = await CaptionAsync(cancel),
        };
    }

    /// <summary>One post.</summary>
    [View(MatchView, "Match", Area.Editor, Welcome = "No post is chosen. Enter on a line of the stream shows it here; {listening.show} opens the stream.")]
    public async Task<Tree> ShowMatchAsync(IHost host, CancellationToken cancel)
    {
        if (_shownMatch is not { } shown || await _search.FindAsync(shown, cancel) is not { } kept)
            return new Tree { Nodes = [] };

        var names = await NamesAsync(cancel);
        var fields = Record.Of(("handle", kept.Post.Handle), ("post", kept.Id));
        return new Tree
        {
            Caption = $"{kept.Post.Handle}, {InZone(host, kept.Post.At).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)}",
            Nodes =
            [
                Node("text", kept.Post.Text, ""),
                Node("author", kept.Post.Name.Length > 0 ? $"{kept.Post.Name} ({kept.Post.Handle})" : kept.Post.Handle, kept.Network),
                Node("language", kept.Post.Language.Length > 0 ? kept.Post.Language : "nobody says", "language"),
                Node("link", kept.Post.Link ?? "no page", "link"),
                .. kept.Queries.Where(names.ContainsKey).Select(id => new TreeNode
                {
                    Id = $"query {names[id]}",
                    Text = names[id],
                    Detail = "meets this query",
                    Open = new CommandCall { Id = "listening.show", Arguments = Record.Of(("name", names[id])) },
                }),
            ],
        };

        TreeNode Node(string id, string text, string detail) => new() { Id = id, Text = text, Detail = detail, Fields = fields };
    }

    /// <summary>Who is spoken of.</summary>
    [View(ShareView, "Share of Voice", Area.Panel, Welcome = "Nothing to compare yet. {listening.add} saves a query for each name that is spoken of.")]
    public async Task<ChartView> ShowShareAsync(IHost host, CancellationToken cancel)
    {
        const int Hours = 24;
        var shares = await Shares.ReadAsync(host.Store, _book, host.Clock, "", Hours, cancel);
        return new ChartView
        {
            Kind = ChartKind.Bar,
            Caption = "percent of 24 hours",
            Series = shares.Count == 0
                ? []
                : [new ChartSeries { Name = "share of voice", Points = [.. shares.Select(share => (double?)share.Percent)], Labels = [.. shares.Select(share => share.Name)] }],
        };
    }

    private async Task<IReadOnlyList<Posts.KeptPost>> StreamAsync(CancellationToken cancel)
    {
        var queries = await _book.ReadAllAsync(cancel);
        if (queries.FirstOrDefault(query => query.Name == _shownQuery) is { } shown)
            return await _search.MatchesAsync(shown, Shown, hidden: false, cancel);

        var muted = (await _mutes.ReadAsync(cancel)).Where(mute => mute.Kind == Mutes.Query).Select(mute => mute.Name).ToHashSet(StringComparer.Ordinal);
        return await _search.NewestAsync(queries.Where(query => !muted.Contains(query.Name)).Select(query => query.Id).ToHashSet(), Shown, hidden: false, cancel);
    }

    // What is hidden is said: nobody is to look for it in vain.
    private async Task<string> CaptionAsync(CancellationToken cancel)
    {
        var muted = (await _mutes.ReadAsync(cancel)).Count(mute => mute.Kind == Mutes.Author || _shownQuery is null);
        return $"{_shownQuery ?? "all queries"}{(muted > 0 ? string.Create(CultureInfo.InvariantCulture, $", {muted} muted") : "")}";
    }

    private static string NowOf(QueryStanding standing) =>
        standing.IsMuted ? "muted"
        : !standing.IsSpike ? ""
        : standing.Verdict.Usual is > 0 and var usual ? string.Create(CultureInfo.InvariantCulture, $"{Sign.Warning} spike, {standing.Verdict.Posts / usual:0.#} × the usual")
        : $"{Sign.Warning} spike";
}
