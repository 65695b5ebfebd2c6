using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace Acme.Bulletin;

/// <summary>Asks the board for the post of a key. It forgets keys after a day, and then cannot tell.</summary>
internal sealed class BulletinLookUp(IHost host, string server) : LookUp
{
    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel)
    {
        if (host.Clock.GetUtcNow() - since > TimeSpan.FromDays(1))
            return new CannotTell { Reason = "the board remembers keys for a day" };

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server}/keys/{key.Value}");
        using var answer = await host.Http.SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return new NotThere();

        // Anything else is thrown: it could not be asked now, and is asked again later.
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel));
        return new Found { Sent = BulletinNetwork.SentOf(json.RootElement) };
    }
}
