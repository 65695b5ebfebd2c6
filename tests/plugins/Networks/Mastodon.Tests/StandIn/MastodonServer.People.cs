using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

internal sealed partial class MastodonServer
{
    private readonly Dictionary<string, (string Title, List<string> Members)> _lists = new(StringComparer.Ordinal);

    /// <summary>Who follows slocombe.</summary>
    public List<string> Followers { get; } = [];

    /// <summary>Whom slocombe follows.</summary>
    public HashSet<string> Followed { get; } = [];

    /// <summary>Handles on other servers that it finds when it is asked to look there.</summary>
    public HashSet<string> Elsewhere { get; } = [];

    private HttpResponseMessage OneAccount(string path, ILookup<string, string> query)
    {
        var parts = path["/api/v1/accounts/".Length..].Split('/');
        if (parts[0] == "lookup")
        {
            return _accounts.TryGetValue(query["acct"].Single(), out var known) ? Ok(known.Json) : Reply(404, """{"error":"Record not found"}""");
        }

        if (_accounts.Values.FirstOrDefault(account => account.Id == parts[0]) is not { } owner)
            return Reply(404, """{"error":"Record not found"}""");

        switch (parts.ElementAtOrDefault(1))
        {
            case "statuses":
                return Page(path, query, _statuses.Where(status => status.Author.Id == owner.Id), status => status.Id, status => status.Json);
            case "followers":
                return Page(path, query, Followers.Select(AccountOf), account => account.Id, account => account.Json);
            case "follow":
                Followed.Add(owner.Name);
                return Ok(new { id = owner.Id, following = true });
            default:
                return Ok(owner.Json);
        }
    }

    private HttpResponseMessage SearchAccounts(ILookup<string, string> query)
    {
        var handle = query["q"].Single().TrimStart('@');
        return Ok(new { accounts = Elsewhere.Contains(handle) ? new[] { AccountOf(handle).Json } : [], statuses = Array.Empty<object>() });
    }

    private HttpResponseMessage Lists(TestRequest request)
    {
        if (request.Method == "GET")
            return Ok(_lists.Select(list => new { id = list.Key, title = list.Value.Title }));

        var (id, title) = (NewId(), QueryOf(request.Body)["title"].Single());
        _lists[id] = (title, []);
        return Ok(new { id, title });
    }

    // Mastodon takes those alone whom the account follows, and the account itself.
    private HttpResponseMessage List(TestRequest request, string path)
    {
        var (_, members) = _lists[path["/api/v1/lists/".Length..].Split('/')[0]];
        if (request.Method == "GET")
            return Ok(members.Select(id => _accounts.Values.First(account => account.Id == id).Json));

        var whom = QueryOf(request.Body)["account_ids[]"].Single();
        if (whom != Slocombe.Id && !Followed.Any(name => AccountOf(name).Id == whom))
            return Reply(404, """{"error":"Record not found"}""");

        if (members.Contains(whom))
            return Reply(422, """{"error":"Validation failed: Account has already been taken"}""");

        members.Add(whom);
        return Reply(200, "{}");
    }
}
