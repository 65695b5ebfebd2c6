using PluginHost.Campaigns;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// Moves every profile to a network that is marked as one for rehearsals. Who is on one already stays; who only listens still does. The
/// rules of the network that each comes from hold on.
/// </summary>
internal static class RehearsalNetworks
{
    /// <exception cref="WrongUseException">No plugin of the workspace offers such a network.</exception>
    public static WorkspaceConfiguration Move(WorkspaceConfiguration workspace, PluginCatalog plugins)
    {
        var networks = plugins.Usable.SelectMany(plugin => plugin.Contributions!.Networks).Where(network => network.Rehearsal).Select(network => network.Id).ToList();
        return networks.Count == 0
            ? throw new WrongUseException(
                $"There is nowhere to rehearse: no plugin that {workspace.File} names has a network for rehearsals. Add \"rehearsal:\" under plugins: in it.")
            : workspace with { Profiles = [.. workspace.Profiles.Select(profile => Move(profile, networks))] };
    }

    private static ProfileEntry Move(ProfileEntry entry, List<string> networks) => networks.Contains(entry.Profile.Network)
        ? entry
        : entry with { Profile = entry.Profile with { Network = networks[0], As = StandsFor(entry.Profile) } };

    // A post that would be too long there must be too long in the rehearsal.
    private static string StandsFor(Profile profile) =>
        profile.As.Length > 0 ? profile.As : KnownNetworks.Knows(profile.Network) ? profile.Network : "";
}
