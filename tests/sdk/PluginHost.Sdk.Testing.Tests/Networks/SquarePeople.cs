using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquarePeople(Flaw flaw) : People
{
    public override Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel) =>
        Task.FromResult(handle == profile.Handle || flaw == Flaw.InventsPeople ? new Person { Handle = handle } : null);

    public override Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);
}
