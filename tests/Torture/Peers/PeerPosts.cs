using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Torture.Peers;

/// <summary>What stands on a server, asked past everything that is under test.</summary>
internal static class PeerPosts
{
    private const int Tries = 5;

    public static Task<IReadOnlyList<string>> ReadAsync(PeerProfile profile, CancellationToken cancel) =>
        profile.Network == "bluesky" ? ReadRecordsAsync(profile, cancel) : ReadStatusesAsync(profile, cancel);

    private static async Task<IReadOnlyList<string>> ReadRecordsAsync(PeerProfile profile, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new Uri(profile.Server) };
        var texts = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await AskAsync(client, $"/xrpc/com.atproto.repo.listRecords?repo={profile.Handle}&collection=app.bsky.feed.post&limit=100&cursor={cursor}", cancel);
            texts.AddRange(page.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("value").GetProperty("text").GetString()!));
            cursor = page.TryGetProperty("cursor", out var next) && page.GetProperty("records").GetArrayLength() > 0 ? next.GetString() : null;
        }

        return texts;
    }

    private static async Task<IReadOnlyList<string>> ReadStatusesAsync(PeerProfile profile, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new Uri(profile.Server) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", profile.Secret);
        var account = (await AskAsync(client, "/api/v1/accounts/verify_credentials", cancel)).GetProperty("id").GetString();
        var texts = new Dictionary<string, string>();
        for (var before = ""; ;)
        {
            var page = await AskAsync(client, string.Create(CultureInfo.InvariantCulture, $"/api/v1/accounts/{account}/statuses?limit=40{before}"), cancel);
            var known = texts.Count;
            foreach (var status in page.EnumerateArray())
            {
                var id = status.GetProperty("id").GetString()!;
                texts[id] = SaidText.OfHtml(status.GetProperty("content").GetString()!);
                before = $"&max_id={id}";
            }

            if (texts.Count == known)
                return [.. texts.Values];
        }
    }

    // snac resets a connection now and then; a question may be asked again.
    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
            }
            catch (HttpRequestException) when (tries < Tries)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            }
        }
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string path, CancellationToken cancel)
    {
        using var answer = await GetAsync(client, path, cancel);
        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
        return document.RootElement.Clone();
    }
}
