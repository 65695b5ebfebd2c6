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

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => _publishing.SendAsync(post, key, cancel);
}
