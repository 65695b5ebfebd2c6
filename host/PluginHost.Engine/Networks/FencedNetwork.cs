using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Networks;

/// <summary>
/// Stands before a plugin's network: every call goes through the fence, and a send by a profile that may not send is refused here, whatever asked.
/// </summary>
internal sealed class FencedNetwork(Network network, Guest guest, Fence fence) : Network
{
    // A send has its own deadline with the sender, well within this one.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private Network? _network = network;

    public Guest Guest { get; } = guest;

    public override LookUp? LookUp => Target.LookUp is null ? null : new FencedLookUp(this);

    public override Reactions? Reactions => Target.Reactions is null ? null : new FencedReactions(this);

    public override Listen? Listen => Target.Listen is null ? null : new FencedListen(this);

    public override Lists? Lists => Target.Lists is null ? null : new FencedLists(this);

    public override People? People => Target.People is null ? null : new FencedPeople(this);

    public override Messages? Messages => Target.Messages is null ? null : new FencedMessages(this);

    public override Login? Login => Target.Login is null ? null : new FencedLogin(this);

    private Network Target => _network ?? throw new PluginFaultedException(Guest.Id, $"{Guest.Id} has been unloaded. Ask for the network again.");

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
        EnterAsync("RulesFor", (target, token) => target.RulesForAsync(profile, token), cancel);

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => post.Profile.CanSend
        ? EnterAsync("Send", (target, token) => target.SendAsync(post, key, token), cancel)
        : Task.FromResult(Refuse(post.Profile));

    /// <summary>Calls the plugin's network behind the fence.</summary>
    public Task<T> EnterAsync<T>(string what, Func<Network, CancellationToken, Task<T>> call, CancellationToken cancel) =>
        fence.EnterAsync(Guest, $"Network.{what}", Limit, token => call(Target, token), cancel);

    /// <summary>Calls the plugin's network behind the fence, for a verb without a result.</summary>
    public Task EnterAsync(string what, Func<Network, CancellationToken, Task> call, CancellationToken cancel) =>
        fence.EnterAsync(Guest, $"Network.{what}", Limit, token => call(Target, token), cancel);

    /// <summary>Lets go of the plugin's network.</summary>
    public void Cut() => _network = null;

    public static SendResult Refuse(Profile profile) => new RefusedByNetwork { Reason = $"{profile.Name} only listens (purpose: listening in plugins.yaml), so it can never send" };
}
