using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Where an account logs in. A password goes there and nowhere else, so it is found out before one is asked for.</summary>
internal sealed class Servers(Xrpc xrpc)
{
    /// <summary>The door to all servers that Bluesky itself runs. It also tells of any handle whose it is.</summary>
    public static readonly Uri Bluesky = new("https://bsky.social");

    private const string OfBluesky = ".host.bsky.network";
    private static readonly Uri Directory = new("https://plc.directory");

    /// <summary>The server of a profile.</summary>
    /// <exception cref="PluginHostException">It cannot be found out; the message says what to do.</exception>
    public async Task<Uri> OfAsync(Profile profile, CancellationToken cancel)
    {
        if (!AtIdentifier.Is(profile.Handle))
        {
            throw new PluginHostException(
                $"\"{profile.Handle}\" is no name of an account on Bluesky. Names are whole there: write handle: name.bsky.social, or your own domain, under {profile.Name} in plugins.yaml.");
        }

        if (profile.Server.Length > 0)
            return OfSetting(profile);

        try
        {
            return await FoundAsync(profile, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new PluginHostException($"Where {profile.Handle} is at home could not be asked: {error.Message} Try again later, or name its server under {profile.Name} in plugins.yaml: server: https://…", error);
        }
    }

    private static Uri OfSetting(Profile profile) =>
        Uri.TryCreate(profile.Server, UriKind.Absolute, out var server) && (server.Scheme == Uri.UriSchemeHttps || (server.Scheme == Uri.UriSchemeHttp && server.IsLoopback))
            ? server
            : throw new PluginHostException($"server: {profile.Server} of {profile.Name} is no address that a password may be sent to. Write https:// and the host.");

    // The handle tells the account, the account's document tells the server.
    private async Task<Uri> FoundAsync(Profile profile, CancellationToken cancel)
    {
        var account = profile.Handle;
        if (!Did.Is(account))
        {
            var resolved = await xrpc.GetAsync(profile, Bluesky, $"com.atproto.identity.resolveHandle?handle={account}", "", cancel);
            account = Json.Text(resolved.Body, "did");
            if (!resolved.IsSuccess || !Did.Is(account))
            {
                throw new PluginHostException(resolved.Status == HttpStatusCode.BadRequest
                    ? $"Nobody on Bluesky is called {profile.Handle}. Look at handle: under {profile.Name} in plugins.yaml; a server that stands for itself is named there too: server: https://…"
                    : $"Whose {profile.Handle} is could not be asked: {resolved.Words}. Try again later, or name its server in plugins.yaml: server: https://…");
            }
        }

        var document = await xrpc.GetDocumentAsync(profile, DocumentOf(account), cancel);
        var repository = document.IsSuccess ? DidDocument.RepositoryIn(document.Body, Bluesky) : null;
        return repository is null
            ? throw new PluginHostException($"{profile.Handle} ({account}) names no server: {document.Words}. Name it under {profile.Name} in plugins.yaml: server: https://…")
            : repository.Host.EndsWith(OfBluesky, StringComparison.OrdinalIgnoreCase) ? Bluesky : repository;
    }

    // did:plc is kept in a directory, did:web under the host that it names (a colon of a port is escaped there).
    private static Uri DocumentOf(string account) => account.StartsWith("did:web:", StringComparison.Ordinal)
        ? new Uri($"https://{Uri.UnescapeDataString(account["did:web:".Length..])}/.well-known/did.json")
        : new Uri(Directory, $"/{account}");
}
