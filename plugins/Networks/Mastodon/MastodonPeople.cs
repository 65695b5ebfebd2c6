using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>Who people are, as far as the profile's server knows them.</summary>
internal sealed class MastodonPeople(Connection connection, KnownServers servers, Accounts accounts) : People
{
    // A list of so many pages takes longer than anybody waits, and the server would ask for patience first.
    private const int MostPages = 1_000;

    public override async Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel)
    {
        var account = await accounts.FindAsync(profile, handle, cancel);
        if (account.ValueKind != JsonValueKind.Object)
            return null;

        var server = await servers.ReadAsync(profile, cancel);
        return new Person
        {
            Handle = server.HandleOf(account.Text("acct")),
            Name = account.Text("display_name"),
            Id = account.TextOrNull("uri") ?? account.Text("url"),
            Followers = FollowersOf(account, server),
            CreatedAt = account.Instant("created_at"),
        };
    }

    public override async Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel)
    {
        var session = await connection.Sessions.RequireAsync(profile, cancel);
        return await HandlesAsync(profile, $"/api/v1/accounts/{Uri.EscapeDataString(session.AccountId)}/followers?limit=80", "its followers", cancel) ?? [];
    }

    public override Task<IReadOnlyList<string>?> RepostersAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        HandlesAsync(profile, $"/api/v1/statuses/{Uri.EscapeDataString(remoteId)}/reblogged_by?limit=80", $"who has passed {remoteId} on", cancel);

    // snac says 0 whoever follows.
    private static int? FollowersOf(JsonElement account, Server server) =>
        server.Software != "snac" && account.Number("followers_count") is >= 0 and <= int.MaxValue and var count ? (int)count : null;

    /// <returns>Null where the server does not tell.</returns>
    private async Task<IReadOnlyList<string>?> HandlesAsync(Profile profile, string path, string what, CancellationToken cancel)
    {
        var server = await servers.ReadAsync(profile, cancel);
        var handles = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = path;
        for (var pages = 0; next is not null && pages < MostPages && seen.Add(next); pages++)
        {
            var page = await connection.TryAskAsync(profile, next, what, cancel);
            if (pages == 0 && page.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                return null;

            if (!page.IsSuccess || page.Body.ValueKind != JsonValueKind.Array)
                throw connection.Trouble(profile, page, what);

            handles.AddRange(page.Body.Items().Select(account => server.HandleOf(account.Text("acct"))).Where(handle => handle.Length > 0));
            next = PageLinks.Next(page, server.Address);
        }

        return [.. handles.Distinct(StringComparer.Ordinal)];
    }
}
