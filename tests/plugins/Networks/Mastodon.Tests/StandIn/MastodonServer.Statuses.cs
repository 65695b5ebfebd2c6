using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

internal sealed partial class MastodonServer
{
    private readonly List<StandInStatus> _statuses = [];
    private readonly List<(string Id, string Type, StandInAccount By, StandInStatus? Status, DateTimeOffset At)> _notices = [];
    private readonly Dictionary<string, (StandInStatus Status, DateTimeOffset At)> _keys = new(StringComparer.Ordinal);
    private int _media;

    public IReadOnlyList<StandInStatus> Statuses => _statuses;

    /// <summary>Whether uploads are taken to be processed.</summary>
    public bool Processes { get; set; }

    public StandInStatus Say(string by, string text, StandInStatus? answers = null, DateTimeOffset? at = null)
    {
        var status = new StandInStatus { Id = NewId(), Author = AccountOf(by), Text = text, At = at ?? Now, Viewer = Slocombe, Answers = answers };
        _statuses.Add(status);
        if (by != "slocombe" && answers is not null)
            Notice("mention", by, status);

        return status;
    }

    public void Notice(string type, string by, StandInStatus? status) => _notices.Add((NewId(), type, AccountOf(by), status, Now));

    public void ForgetNotice(string status) => _notices.RemoveAll(notice => notice.Status?.Id == status);

    public StandInStatus Find(string id) => _statuses.First(status => status.Id == id);

    private HttpResponseMessage Publish(TestRequest request)
    {
        var form = QueryOf(request.Body);
        var key = request.Headers.GetValueOrDefault("Idempotency-Key", "");
        if (KnowsKeys && _keys.TryGetValue(key, out var known) && Now - known.At < TimeSpan.FromHours(1))
            return Ok(known.Status.Json);

        var text = form["status"].FirstOrDefault() ?? "";
        var warning = form["spoiler_text"].FirstOrDefault() ?? "";
        if (string.IsNullOrWhiteSpace(text) && !form["media_ids[]"].Any())
            return Reply(422, """{"error":"Validation failed: Text can't be blank"}""");

        if (!(KnownNetworks.RulesOf("mastodon") with { Limit = Limit }).Count(text, warning).Fits)
            return Reply(422, $$"""{"error":"Validation failed: Text character limit of {{Limit}} exceeded"}""");

        StandInStatus? answered = null;
        if (form["in_reply_to_id"].FirstOrDefault() is { } parent && (answered = _statuses.Find(status => status.Id == parent)) is null)
            return Reply(404, """{"error":"Record not found"}""");

        var status = new StandInStatus
        {
            Id = NewId(),
            Author = Slocombe,
            Viewer = Slocombe,
            Text = text,
            At = Now,
            Answers = answered,
            Warning = warning,
            Language = form["language"].FirstOrDefault() ?? "",
            Visibility = form["visibility"].FirstOrDefault() ?? "public",
            Media = [.. form["media_ids[]"]],
            Options = [.. form["poll[options][]"]],
        };
        _statuses.Add(status);
        if (key.Length > 0)
            _keys[key] = (status, Now);

        var reply = Ok(status.Json);
        reply.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "297");
        reply.Headers.TryAddWithoutValidation("X-RateLimit-Reset", Now.AddMinutes(5).UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        return reply;
    }

    private HttpResponseMessage OneStatus(TestRequest request, string path, ILookup<string, string> query)
    {
        var parts = path["/api/v1/statuses/".Length..].Split('/');
        if (_statuses.Find(status => status.Id == parts[0]) is not { } status)
            return Reply(404, """{"error":"Record not found"}""");

        switch (parts.ElementAtOrDefault(1))
        {
            case "favourite":
                status.Favourites.Add(Slocombe.Id);
                return Ok(status.Json);
            case "reblog" when !status.Reblogs.Add(Slocombe.Id):
                return Reply(422, """{"error":"Validation failed: Reblog of status already exists"}""");
            case "source":
                return Ok(new { id = status.Id, text = status.Text, spoiler_text = status.Warning });
            case "reblogged_by":
                return Page(path, query, _accounts.Values.Where(account => status.Reblogs.Contains(account.Id)), account => account.Id, account => account.Json);
            default:
                return request.Method == "GET" || parts.Length == 2 ? Ok(status.Json) : Reply(404, """{"error":"Not found"}""");
        }
    }

    private HttpResponseMessage Notifications(ILookup<string, string> query) => Page(
        "/api/v1/notifications",
        query,
        _notices.Where(notice => !query["types[]"].Any() || query["types[]"].Contains(notice.Type)),
        notice => notice.Id,
        notice => new
        {
            id = notice.Id,
            type = notice.Type,
            created_at = notice.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            account = notice.By.Json,
            status = notice.Status?.Json,
        });

    private HttpResponseMessage Tagged(string path, ILookup<string, string> query)
    {
        var tags = query["any[]"].Append(path["/api/v1/timelines/tag/".Length..]).Select(tag => $"#{tag}").ToList();
        return Page(
            path,
            query,
            _statuses.Where(status => status.Text.Split(' ').Any(word => tags.Contains(word.TrimEnd('!'), StringComparer.OrdinalIgnoreCase))),
            status => status.Id,
            status => status.Json);
    }

    private HttpResponseMessage TakeMedium(TestRequest request)
    {
        var id = $"medium-{++_media}";
        return request.Body.Length == 0 ? Reply(422, """{"error":"Validation failed: File can't be blank"}""")
            : Processes ? Reply(202, $$"""{"id":"{{id}}","url":null}""")
            : Reply(200, $$"""{"id":"{{id}}","url":"https://files.example/{{id}}"}""");
    }
}
