using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareLists(Square square, Flaw flaw) : Lists
{
    public override Task<IReadOnlyList<string>> NamesAsync(Profile profile, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. square.Listed.Select(one => one.List).Distinct()]);

    public override Task<IReadOnlyList<string>> MembersAsync(Profile profile, string list, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. square.Listed.Where(one => one.List == list).Select(one => one.Handle)]);

    public override Task AddAsync(Profile profile, string list, string handle, CancellationToken cancel)
    {
        if (flaw == Flaw.ListsTwice || !square.Listed.Contains((list, handle)))
            square.Listed.Add((list, handle));

        return Task.CompletedTask;
    }
}
