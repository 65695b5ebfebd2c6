using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's lists, behind the fence.</summary>
internal sealed class FencedLists(FencedNetwork network) : Lists
{
    public override Task<IReadOnlyList<string>> NamesAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("Lists.Names", (target, token) => target.Lists!.NamesAsync(profile, token), cancel);

    public override Task<IReadOnlyList<string>> MembersAsync(Profile profile, string list, CancellationToken cancel) =>
        network.EnterAsync("Lists.Members", (target, token) => target.Lists!.MembersAsync(profile, list, token), cancel);

    public override Task AddAsync(Profile profile, string list, string handle, CancellationToken cancel) =>
        network.EnterAsync("Lists.Add", (target, token) => target.Lists!.AddAsync(profile, list, handle, token), cancel);
}
