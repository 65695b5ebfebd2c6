using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace PluginHost.Bluesky.Tests;

/// <summary>What the AppView of the pretended server tells of all that was written: newest first, three at a time.</summary>
internal sealed class PretendReading(PretendRepos repos, IReadOnlyList<PretendAccount> accounts)
{
    private const int Size = 3;

    public HttpResponseMessage? Do(string method, PretendAccount asks, NameValueCollection query) => method switch
    {
        "com.atproto.identity.resolveHandle" => By(query["handle"]!) is { } found
            ? Said.Ok(new JsonObject { ["did"] = found.Did })
            : Said.No(HttpStatusCode.BadRequest, "HandleNotFound", "Unable to resolve handle"),
        "app.bsky.actor.getProfile" => By(query["actor"]!) is { } person ? Said.Ok(Profile(person)) : Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "Profile not found"),
        "app.bsky.actor.getProfiles" => Said.Ok(new JsonObject { ["profiles"] = Array((query.GetValues("actors") ?? []).Select(By).OfType<PretendAccount>().Select(Profile)) }),
        "app.bsky.graph.getFollowers" => Page("followers", Of(Collections.Follow, query["actor"]!).Select(follow => Profile(Author(follow))), query),
        "app.bsky.feed.getRepostedBy" => Page("repostedBy", Of(Collections.Repost, query["uri"]!).Select(repost => Profile(Author(repost))), query),
        "app.bsky.notification.listNotifications" => Page("notifications", NewestFirst.Where(record => record.Did != asks.Did).Select(record => Notice(record, asks)).OfType<JsonObject>(), query),
        "app.bsky.feed.searchPosts" => Page("posts", NewestFirst.Where(record => record.Collection == Collections.Post && Says(record, query["q"]!)).Select(Post), query),
        _ => null,
    };

    private IEnumerable<PretendRecord> NewestFirst => repos.All.Reverse().OrderByDescending(record => record.CountsFrom);

    private IEnumerable<PretendRecord> Of(string collection, string subject) => repos.All.Where(record => record.Collection == collection && record.Subject == subject);

    private PretendAccount? By(string actor) => accounts.SingleOrDefault(account => account.Did == actor || account.Handle == actor);

    private PretendAccount Author(PretendRecord record) => By(record.Did)!;

    private static bool Says(PretendRecord record, string question) => question == "*" || record.Text.Contains(question, StringComparison.OrdinalIgnoreCase);

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items.Select(item => (JsonNode)item)]);

    private static HttpResponseMessage Page(string name, IEnumerable<JsonObject> all, NameValueCollection query)
    {
        var from = int.Parse(query["cursor"] ?? "0", CultureInfo.InvariantCulture);
        var page = all.Skip(from).Take(Size).ToList();
        var answer = new JsonObject { [name] = Array(page) };
        if (page.Count == Size)
            answer["cursor"] = $"{from + Size}";

        return Said.Ok(answer);
    }

    private JsonObject Profile(PretendAccount account) => new()
    {
        ["did"] = account.Did,
        ["handle"] = account.Handle,
        ["displayName"] = $"The one of {account.Handle}",
        ["followersCount"] = Of(Collections.Follow, account.Did).Count(),
        ["createdAt"] = "2025-01-01T00:00:00.000Z",
    };

    private JsonObject Post(PretendRecord record) => new()
    {
        ["uri"] = record.Uri,
        ["author"] = Profile(Author(record)),
        ["record"] = record.Value.DeepClone(),
        ["indexedAt"] = AtInstant.Write(record.At),
    };

    private JsonObject? Notice(PretendRecord record, PretendAccount asks)
    {
        var (reason, subject) = record.Collection switch
        {
            Collections.Follow when record.Subject == asks.Did => ("follow", null),
            Collections.Like when IsOf(record.Subject, asks) => ("like", record.Subject),
            Collections.Repost when IsOf(record.Subject, asks) => ("repost", record.Subject),
            Collections.Post when IsOf(record.Parent, asks) => ("reply", record.Parent),
            Collections.Post when IsOf(record.Value["embed"]?["record"]?["uri"]?.GetValue<string>(), asks) => ("quote", record.Value["embed"]!["record"]!["uri"]!.GetValue<string>()),
            Collections.Post when record.Text.Contains($"@{asks.Handle}", StringComparison.Ordinal) => ("mention", null),
            _ => ("", (string?)null),
        };
        if (reason.Length == 0)
            return null;

        var notice = Post(record);
        notice["indexedAt"] = AtInstant.Write(record.CountsFrom);
        notice["reason"] = reason;
        if (subject is not null)
            notice["reasonSubject"] = subject;

        return notice;
    }

    private static bool IsOf(string? uri, PretendAccount account) => uri?.StartsWith($"at://{account.Did}/", StringComparison.Ordinal) is true;
}
