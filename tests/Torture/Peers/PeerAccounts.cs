using System.Net.Http.Json;
using System.Text.Json;

namespace PluginHost.Torture.Peers;

/// <summary>The accounts on the servers that tests/Peers/run has started, as the environment names them.</summary>
internal static class PeerAccounts
{
    /// <exception cref="TortureException">No server is named.</exception>
    public static async Task<IReadOnlyList<PeerProfile>> FindAsync(CancellationToken cancel)
    {
        var profiles = new List<PeerProfile>();
        if (Variable("PEERS_PDS") is { } pds)
            profiles.Add(await OnPdsAsync(pds, cancel));

        foreach (var version in (string[])["275", "296"])
        {
            if (Variable($"PEERS_SNAC_{version}") is { } snac && Variable($"PEERS_SNAC_{version}_ACCOUNTS") is { } accounts)
                profiles.Add(OnSnac($"@snac{version}", snac, accounts));
        }

        return profiles.Count > 0
            ? profiles
            : throw new TortureException("PEERS_PDS, PEERS_SNAC_275 and PEERS_SNAC_296 name no server. tests/Peers/run start starts them and says what to set.");
    }

    // A new one each time: what an earlier run left there is not counted.
    private static async Task<PeerProfile> OnPdsAsync(string pds, CancellationToken cancel)
    {
        var handle = $"scoops{Guid.NewGuid().ToString("N")[..10]}.test";
        var password = Guid.NewGuid().ToString("N");
        using var client = new HttpClient { BaseAddress = new Uri(pds) };
        using var made = await client.PostAsJsonAsync(
            "/xrpc/com.atproto.server.createAccount", new { handle, email = $"{handle}@example.org", password }, cancel);
        if (!made.IsSuccessStatusCode)
            throw new TortureException($"{pds} made no account: {(int)made.StatusCode} {await made.Content.ReadAsStringAsync(cancel)}");

        return new PeerProfile { Name = "@blue", Network = "bluesky", Handle = handle, Server = pds, Secret = password };
    }

    private static PeerProfile OnSnac(string name, string snac, string accounts)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(accounts));
        return new PeerProfile
        {
            Name = name,
            Network = "mastodon",
            Handle = $"alice@{new Uri(snac).Authority}",
            Server = snac,
            Secret = file.RootElement.GetProperty("alice").GetProperty("access_token").GetString()!,
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
