using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Bluesky, and every other server of its network (AT Protocol), as a profile with an account there sees it.</summary>
internal sealed class BlueskyNetwork : Network
{
    private readonly Publishing _publishing;

    public BlueskyNetwork(IHost host)
    {
        var xrpc = new Xrpc(host.Http);
        var sessions = new Sessions(host, xrpc);
        var account = new Account(xrpc, sessions);
        var posts = new Posts(account, host.Clock);
        var handles = new Handles(account);
        var records = new Records(account, sessions, host.Clock);
        var people = new People(account, sessions);
        var ownPosts = new OwnPosts(posts, sessions);
        _publishing = new Publishing(account, sessions, new Writing(account, posts, handles, host.Clock), ownPosts, host.Clock);
        LookUp = ownPosts;
        Login = new BlueskyLogin(new LoggingIn(host, xrpc, new Servers(xrpc), sessions), sessions, xrpc, account, host.Clock);
        Listen = new Notifications(account, host.Clock);
        Reactions = new Reactions(records, posts, handles);
        Lists = new Lists(account, sessions, records, handles, people);
        People = people;
        Search = BlueskySettings.SearchOf(host, account, people);
    }

    public override LookUp LookUp { get; }

    public override Login Login { get; }

    public override Listen Listen { get; }

    public override Campaigns.Reactions Reactions { get; }

    public override Campaigns.Lists Lists { get; }

    public override Campaigns.People People { get; }

    public override Search Search { get; }

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(BlueskyRules.Rules);

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => _publishing.SendAsync(post, key, cancel);
}
