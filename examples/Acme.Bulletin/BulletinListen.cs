using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace Acme.Bulletin;

/// <summary>Reads who answered, a page at a time. The cursor is the board's own: it means the same in every process.</summary>
internal sealed class BulletinListen(IHost host, string server) : Listen
{
    public override async Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server}/answers/{profile.Handle}?after={cursor ?? "0"}");
        using var answer = await host.Http.SendAsync(request, cancel);
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel));
        var events = json.RootElement.GetProperty("answers").EnumerateArray().Select(EventOf).ToList();
        return new NetworkEventPage { Events = events, Cursor = events.Count == 0 ? cursor : json.RootElement.GetProperty("next").GetString() };
    }

    private static NetworkEvent EventOf(JsonElement answer) => new()
    {
        Id = answer.GetProperty("id").GetString()!,
        Kind = NetworkEventKind.Reply,
        Handle = answer.GetProperty("author").GetString()!,
        At = answer.GetProperty("at").GetDateTimeOffset(),
        Post = answer.GetProperty("answers").GetString(),
        RemoteId = answer.GetProperty("id").GetString(),
        Text = answer.GetProperty("text").GetString()!,
    };
}
