using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Networks;

/// <summary>
/// Stands before a plugin's network: every call goes through the fence, and a send by a profile that may not send is refused here, whatever asked.
/// </summary>
internal sealed class FencedNetwork : Network
{
    // A send has its own deadline with the sender, well within this one.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly Fence _fence;
    private readonly RehearsalNotes? _notes;
    private Network? _network;

    /// <summary>Made behind the fence: it asks the network what it can do, once.</summary>
    public FencedNetwork(Network network, Guest guest, Fence fence, RehearsalNotes? notes)
    {
        _network = network;
        _fence = fence;
        _notes = notes;
        Guest = guest;
        LookUp = network.LookUp is null ? null : new FencedLookUp(this);
        Reactions = network.Reactions is null ? null : new FencedReactions(this);
        Listen = network.Listen is null ? null : new FencedListen(this);
        Search = network.Search is null ? null : new FencedSearch(this);
        Lists = network.Lists is null ? null : new FencedLists(this);
        People = network.People is null ? null : new FencedPeople(this);
        Messages = network.Messages is null ? null : new FencedMessages(this);
        Login = network.Login is null ? null : new FencedLogin(this);
    }

    public Guest Guest { get; }

    public override LookUp? LookUp { get; }

    public override Reactions? Reactions { get; }

    public override Listen? Listen { get; }

    public override Search? Search { get; }

    public override Lists? Lists { get; }

    public override People? People { get; }

    public override Messages? Messages { get; }

    public override Login? Login { get; }

    private Network Target => _network ?? throw new PluginFaultedException(Guest.Id, $"{Guest.Id} has been unloaded. Ask for the network again.");

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
        EnterAsync("RulesFor", (target, token) => target.RulesForAsync(profile, token), cancel);

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        var sending = post.Profile.CanSend
            ? EnterAsync("Send", (target, token) => target.SendAsync(post, key, token), cancel)
            : Task.FromResult(Refuse(post.Profile));
        return _notes is null ? sending : _notes.TakeAsync(post, sending);
    }

    /// <summary>Notes that a profile has done something that its network may answer.</summary>
    public void NoteSpoken() => _notes?.NoteSpoken();

    /// <summary>Calls the plugin's network behind the fence.</summary>
    public Task<T> EnterAsync<T>(string what, Func<Network, CancellationToken, Task<T>> call, CancellationToken cancel) =>
        _fence.EnterAsync(Guest, $"Network.{what}", Limit, token => call(Target, token), cancel);

    /// <summary>Calls the plugin's network behind the fence, for a verb without a result.</summary>
    public Task EnterAsync(string what, Func<Network, CancellationToken, Task> call, CancellationToken cancel) =>
        _fence.EnterAsync(Guest, $"Network.{what}", Limit, token => call(Target, token), cancel);

    /// <summary>Lets go of the plugin's network.</summary>
    public void Cut() => _network = null;

    public static SendResult Refuse(Profile profile) => new RefusedByNetwork { Reason = $"{profile.Name} only listens (purpose: listening in plugins.yaml), so it can never send" };
}
