using PluginHost.Campaigns;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Networks;

/// <summary>The networks that plugins contribute. Each is made once, when a profile first needs it, and leaves with its plugin.</summary>
internal sealed class NetworkDirectory(PluginRuntime plugins) : INetworks
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();

    /// <summary>Told of what passes; null where nothing is rehearsed.</summary>
    public RehearsalNotes? Notes { get; init; }

    private readonly Dictionary<string, FencedNetwork> _made = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids => [.. All.Select(pair => pair.Network.Id)];

    private IEnumerable<KnownNetwork> All =>
        from plugin in plugins.Catalog.Usable
        from network in plugin.Contributions!.Networks
        select new KnownNetwork(plugin, network);

    public async Task<Network> ForAsync(Profile profile, CancellationToken cancel)
    {
        var (plugin, contribution) = Find(profile);
        var guest = await plugins.ActivateAsync(plugin.Id, $"the network {contribution.Id}", cancel);
        lock (_gate)
        {
            if (_made.TryGetValue(contribution.Id, out var known) && known.Guest == guest)
                return known;
        }

        var fenced = await plugins.Fence.EnterAsync(
            guest,
            $"making the network {contribution.Id}",
            Limit,
            async token => await Handler.CallAsync(guest, contribution.Method, [], token) is Network network
                ? new FencedNetwork(network, guest, plugins.Fence, Notes)
                : throw new InvalidOperationException($"The network {contribution.Id} came as nothing."),
            cancel);
        lock (_gate)
        {
            if (_made.TryGetValue(contribution.Id, out var first) && first.Guest == guest)
                return first;

            _made[contribution.Id] = fenced;
        }

        guest.Ledger.Add($"the network {contribution.Id}", () =>
        {
            fenced.Cut();
            lock (_gate)
            {
                if (_made.GetValueOrDefault(contribution.Id) == fenced)
                    _made.Remove(contribution.Id);
            }
        });
        return fenced;
    }

    private KnownNetwork Find(Profile profile)
    {
        var offers = All.Where(pair => pair.Network.Id == profile.Network).ToList();
        if (offers.Count == 1)
        {
            // Whoever speaks in earnest under another network's rules and prices would have neither checked.
            return profile.As.Length == 0 || offers[0].Network.Rehearsal
                ? offers[0]
                : throw new WrongUseException(
                    $"{profile.Name} is on the network \"{profile.Network}\" as \"{profile.As}\", and that is for networks where one rehearses. Leave as: out in plugins.yaml.");
        }

        throw new WrongUseException(offers.Count > 1
            ? $"The network \"{profile.Network}\" of {profile.Name} is offered by {string.Join(" and ", offers.Select(pair => pair.Plugin.Id))}. Switch one of them off in plugins.yaml."
            : $"{profile.Name} is on the network \"{profile.Network}\", which no running plugin offers.{Nearest.Hint(profile.Network, Ids)}{Refused()}");
    }

    private string Refused()
    {
        var refused = plugins.Catalog.All.Where(plugin => plugin.Entry.On && !plugin.IsUsable).Select(plugin => plugin.Id).ToList();
        return refused.Count == 0 ? "" : $" These plugins cannot be used: {string.Join(", ", refused)}; \"pluginhost plugins\" tells why.";
    }
}
