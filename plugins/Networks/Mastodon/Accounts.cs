using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>Finds accounts by their handles.</summary>
internal sealed class Accounts(Connection connection, KnownServers servers)
{
    /// <summary>The account; undefined where nobody has the handle, as far as the server can find out.</summary>
    public async Task<JsonElement> FindAsync(Profile profile, string handle, CancellationToken cancel)
    {
        var server = await servers.ReadAsync(profile, cancel);
        var name = handle.TrimStart('@');
        var suffix = $"@{server.Domain}";
        var asked = name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name[..^suffix.Length] : name;
        if (asked.Length == 0)
            return default;

        var known = await connection.TryAskAsync(profile, $"/api/v1/accounts/lookup?acct={Uri.EscapeDataString(asked)}", $"who {handle} is", cancel);
        if (known.IsSuccess && known.Body.Text("id").Length > 0)
            return known.Body;

        if (known.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity) && !known.IsSuccess)
            throw connection.Trouble(profile, known, $"who {handle} is");

        return asked.Contains('@') ? await ResolveAsync(profile, server, asked, cancel) : default;
    }

    // The server asks the other one; it only does so for whoever is logged in.
    private async Task<JsonElement> ResolveAsync(Profile profile, Server server, string handle, CancellationToken cancel)
    {
        var found = await connection.TryAskAsync(
            profile, $"/api/v2/search?type=accounts&resolve=true&limit=5&q={Uri.EscapeDataString($"@{handle}")}", $"who {handle} is", cancel);
        if (found.Status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            throw connection.Trouble(profile, found, $"who {handle} is");

        return found.Body.Items("accounts").FirstOrDefault(account => string.Equals(server.HandleOf(account.Text("acct")), handle, StringComparison.OrdinalIgnoreCase));
    }
}
