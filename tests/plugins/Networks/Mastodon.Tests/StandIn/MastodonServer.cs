using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

/// <summary>
/// A server with a memory, as Mastodon's documentation describes one, and as snac is where it is told to know no keys. What it answers next can be taken out of its hands, before or after it has
/// done what it was asked.
/// </summary>
internal sealed partial class MastodonServer(TimeProvider clock)
{
    public const string Address = "https://mastodon.example";
    public const string Streaming = "wss://streaming.mastodon.example";

    private readonly List<(string Line, Func<TestRequest, HttpResponseMessage> Answer, bool Before)> _next = [];
    private readonly Dictionary<string, StandInAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private int _ids = 1_000;

    /// <summary>What runs there, as it says of itself.</summary>
    public string Version { get; set; } = "4.5.2";

    public string Software { get; set; } = "mastodon";

    /// <summary>Whether it knows keys.</summary>
    public bool KnowsKeys { get; init; } = true;

    public bool Streams { get; set; }

    /// <summary>Whether it gives its newest page, whatever it is asked to begin after.</summary>
    public bool IgnoresMinId { get; set; }

    public int Limit { get; set; } = 500;

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    public List<TestRequest> Requests { get; } = [];

    public DateTimeOffset Now => clock.GetUtcNow() + Ahead;

    public StandInAccount Slocombe => AccountOf("slocombe");

    /// <summary>Answers the next request that begins so in the server's place.</summary>
    public void Next(string line, Func<TestRequest, HttpResponseMessage> answer) => _next.Add((line, answer, true));

    public void Next(string line, int status, string body, params (string Name, string Value)[] headers) => Next(line, _ => Reply(status, body, headers));

    /// <summary>Lets the server do what the next request that begins so asks, and answers in its place.</summary>
    public void NextAfter(string line, Func<TestRequest, HttpResponseMessage> answer) => _next.Add((line, answer, false));

    /// <summary>What it does once more: the answers that were prepared for a way before are taken back.</summary>
    public void Recover() => _next.Clear();

    public HttpResponseMessage Answer(TestRequest request)
    {
        Requests.Add(request);
        var address = new Uri(request.Address);
        var line = $"{request.Method} {address.PathAndQuery}";
        var place = _next.FindIndex(next => line.StartsWith(next.Line, StringComparison.Ordinal));
        if (place < 0)
            return Dated(Do(request, address));

        var (_, answer, before) = _next[place];
        _next.RemoveAt(place);
        if (!before)
            Do(request, address).Dispose();

        return answer(request);
    }

    public static HttpResponseMessage Reply(int status, string body, params (string Name, string Value)[] headers)
    {
        var type = body.StartsWith('<') ? "text/html" : "application/json";
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }

    public StandInAccount AccountOf(string name) =>
        _accounts.TryGetValue(name, out var known) ? known : _accounts[name] = new StandInAccount { Id = NewId(), Name = name };

    private HttpResponseMessage Do(TestRequest request, Uri address)
    {
        var query = QueryOf(address.Query.TrimStart('?'));
        var path = address.AbsolutePath;
        if (DoLogin(request, path) is { } login)
            return login;

        if (path is "/api/v2/instance" or "/.well-known/nodeinfo" or "/nodeinfo/2.0")
            return DescribeAs(path);

        var token = request.Headers.GetValueOrDefault("Authorization", "").Replace("Bearer ", "", StringComparison.Ordinal);
        if (!Tokens.Contains(token))
            return Reply(401, """{"error":"The access token is invalid"}""");

        return path switch
        {
            "/api/v1/accounts/verify_credentials" => Ok(AccountOf(TokenOwner).Json),
            "/api/v1/statuses" when request.Method == "POST" => Publish(request),
            "/api/v1/notifications" => Notifications(query),
            "/api/v1/timelines/public" => Page(path, query, _statuses.Where(status => status.Visibility == "public"), status => status.Id, status => status.Json),
            "/api/v2/media" => TakeMedium(request),
            "/api/v1/lists" => Lists(request),
            _ when path.StartsWith("/api/v1/timelines/tag/", StringComparison.Ordinal) => Tagged(path, query),
            _ when path.StartsWith("/api/v1/lists/", StringComparison.Ordinal) => List(request, path),
            _ when path.StartsWith("/api/v1/media/", StringComparison.Ordinal) => Reply(200, $$"""{"id":"{{path[14..]}}","url":"https://files.example/x"}"""),
            _ when path.StartsWith("/api/v1/statuses/", StringComparison.Ordinal) => OneStatus(request, path, query),
            _ when path.StartsWith("/api/v1/accounts/", StringComparison.Ordinal) => OneAccount(path, query),
            "/api/v2/search" => SearchAccounts(query),
            _ => Reply(404, """{"error":"Not found"}"""),
        };
    }

    private HttpResponseMessage DescribeAs(string path) => path switch
    {
        "/.well-known/nodeinfo" => Ok(new { links = new[] { new { rel = "http://nodeinfo.diaspora.software/ns/schema/2.0", href = $"{Address}/nodeinfo/2.0" } } }),
        "/nodeinfo/2.0" => Ok(new { software = new { name = Software, version = Version } }),
        _ => Ok(new
        {
            domain = "mastodon.example",
            version = Version,
            api_versions = new { mastodon = 7 },
            configuration = new
            {
                urls = new { streaming = Streams ? Streaming : null },
                statuses = new { max_characters = Limit, max_media_attachments = 4, characters_reserved_per_url = 23 },
                media_attachments = new { description_limit = 1500, image_size_limit = 16777216, video_size_limit = 103809024, supported_mime_types = new[] { "image/png", "image/jpeg", "video/mp4" } },
                polls = new { max_options = 4, max_characters_per_option = 50, min_expiration = 300, max_expiration = 2629746 },
            },
        }),
    };

    // Newest first; min_id gives the page right after an item, as Mastodon does.
    private HttpResponseMessage Page<T>(string path, ILookup<string, string> query, IEnumerable<T> items, Func<T, string> id, Func<T, object> json)
    {
        var limit = int.TryParse(query["limit"].FirstOrDefault(), CultureInfo.InvariantCulture, out var most) ? Math.Min(most, 40) : 20;
        var (after, before) = (IgnoresMinId ? null : Number(query["min_id"].FirstOrDefault()), Number(query["max_id"].FirstOrDefault()));
        var ordered = items.OrderBy(item => Number(id(item))).Where(item => (after is null || Number(id(item)) > after) && (before is null || Number(id(item)) < before)).ToList();
        var page = (after is null ? ordered.TakeLast(limit) : ordered.Take(limit)).Reverse().ToList();
        var reply = Ok(page.Select(json));
        if (page.Count > 0)
        {
            var rest = string.Concat(query.Where(part => part.Key is not ("max_id" or "min_id")).SelectMany(part => part.Select(value => $"&{part.Key}={value}")));
            reply.Headers.TryAddWithoutValidation(
                "Link", $"<{Address}{path}?max_id={id(page[^1])}{rest}>; rel=\"next\", <{Address}{path}?min_id={id(page[0])}{rest}>; rel=\"prev\"");
        }

        return reply;
    }

    private static long? Number(string? id) => long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ILookup<string, string> QueryOf(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .ToLookup(part => WebUtility.UrlDecode(part[0]), part => part.Length == 2 ? WebUtility.UrlDecode(part[1]) : "");

    private static HttpResponseMessage Ok(object body) => Reply(200, JsonSerializer.Serialize(body));

    private HttpResponseMessage Dated(HttpResponseMessage reply)
    {
        reply.Headers.Date = Now;
        return reply;
    }

    private string NewId() => (++_ids).ToString(CultureInfo.InvariantCulture);
}
