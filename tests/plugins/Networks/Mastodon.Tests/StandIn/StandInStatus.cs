using System.Globalization;
using System.Net;

namespace PluginHost.Mastodon.Tests;

/// <summary>A post on the server.</summary>
internal sealed record StandInStatus
{
    public required string Id { get; init; }

    public required StandInAccount Author { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StandInAccount Viewer { get; init; }

    public string Visibility { get; init; } = "public";

    public string Warning { get; init; } = "";

    public string Language { get; init; } = "";

    public StandInStatus? Answers { get; init; }

    public IReadOnlyList<string> Media { get; init; } = [];

    public IReadOnlyList<string> Options { get; init; } = [];

    public HashSet<string> Favourites { get; } = [];

    public HashSet<string> Reblogs { get; } = [];

    /// <summary>As Mastodon writes it: paragraphs, entities, links with their scheme hidden.</summary>
    public string Content => $"<p>{string.Join("</p><p>", Text.Split("\n\n").Select(paragraph => string.Join("<br />", paragraph.Split('\n').Select(Line))))}</p>";

    public object Json => new Dictionary<string, object?>
    {
        ["id"] = Id,
        ["created_at"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["in_reply_to_id"] = Answers?.Id,
        ["in_reply_to_account_id"] = Answers?.Author.Id,
        ["visibility"] = Visibility,
        ["spoiler_text"] = Warning,
        ["language"] = Language,
        ["url"] = $"{MastodonServer.Address}/@{Author.Name}/{Id}",
        ["content"] = Content,
        ["account"] = Author.Json,
        ["reblog"] = null,
        ["favourited"] = Favourites.Contains(Viewer.Id),
        ["reblogged"] = Reblogs.Contains(Viewer.Id),
        ["poll"] = Options.Count == 0 ? null : new { options = Options.Select(option => new { title = option, votes_count = 0 }) },
    };

    private static string Line(string line) => string.Join(' ', line.Split(' ').Select(Word));

    private static string Word(string word) => !word.StartsWith("https://", StringComparison.Ordinal)
        ? WebUtility.HtmlEncode(word)
        : $"""<a href="{WebUtility.HtmlEncode(word)}" rel="nofollow noopener"><span class="invisible">https://</span><span class="">{WebUtility.HtmlEncode(word[8..])}</span><span class="invisible"></span></a>""";
}
