using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Any server with Mastodon's API, each as it describes itself: Mastodon, and those that speak like it. A profile's server is its own; nothing goes to another.</summary>
internal sealed class MastodonNetwork : Network
{
    private readonly KnownServers _servers;
    private readonly Publishing _publishing;

    public MastodonNetwork(IHost host)
    {
        var connection = new Connection(host, new Sessions(host));
        _servers = new KnownServers(host, connection);
        _publishing = new Publishing(host, connection, new Uploads(host, connection));
        var (accounts, forward) = (new Accounts(connection, _servers), new Forward(connection));
        var listen = new MastodonListen(host, connection, _servers, forward);
        LookUp = new MastodonLookUp(host, connection, _servers);
        Reactions = new MastodonReactions(connection, accounts);
        Listen = listen;
        Search = new MastodonSearch(host, connection, _servers, forward);
        Lists = new MastodonLists(connection, _servers, accounts);
        People = new MastodonPeople(connection, _servers, accounts);
        Login = new MastodonLogin(host, connection, _servers, new Registrar(host, connection), new LookingOver(host, connection, _servers, listen.BellOf));
    }

    public override LookUp LookUp { get; }

    public override Reactions Reactions { get; }

    public override Listen Listen { get; }

    public override Search Search { get; }

    public override Lists Lists { get; }

    public override People People { get; }

    public override Login Login { get; }

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => _servers.RulesForAsync(profile, cancel);

    public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) =>
        await WhyNotAsync(post, cancel) ?? await _publishing.SendAsync(post, key, cancel);

    // Measured on snac 2.96: it shows a post with a poll to everybody, whomever it was meant for.
    private async Task<SendResult?> WhyNotAsync(Outgoing post, CancellationToken cancel)
    {
        if (post.Extras is not { Poll: not null, Visibility: not PostVisibility.Public })
            return null;

        try
        {
            return (await _servers.ReadAsync(post.Profile, cancel)).IsMastodon
                ? null
                : new RefusedByNetwork { Reason = "its server may show a poll to everybody, whomever the post is meant for (snac does); leave the poll or the visibility out" };
        }
        catch (PluginHostException error)
        {
            return new TryLater { Reason = error.Message };
        }
        catch (OperationCanceledException)
        {
            return new TryLater { Reason = "it was cancelled before the post left" };
        }
    }
}
