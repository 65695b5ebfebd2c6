using PluginHost.Campaigns;
using PluginHost.PressRoom.Site;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What is kept of the newsroom: which change of it stands in its folder, and who builds.</summary>
internal sealed partial class ReleaseTable
{
    /// <summary>The newsroom's name, the change that is meant, and the one that stands.</summary>
    public async Task<(string Name, long Changed, long Built)> ReadSiteAsync(CancellationToken cancel) => (await store.ReadAsync(
        $"select name, changed, built from press_site where id = 1", row => (row.Text("name"), row.Integer("changed"), row.Integer("built")), cancel))[0];

    /// <summary>Takes the newsroom in hand, so that nobody writes an older one over a newer.</summary>
    /// <returns>Whether nobody else has it.</returns>
    public async Task<bool> LeaseAsync(string owner, TimeSpan time, CancellationToken cancel) => await store.WriteAsync(
        $"update press_site set lease_owner = {owner}, lease_until = {Now + time} where id = 1 and (lease_until is null or lease_until <= {Now} or lease_owner = {owner})",
        cancel) > 0;

    /// <summary>Keeps the newsroom in hand. One that was let go of or taken over is not taken back: it may have been built meanwhile.</summary>
    /// <returns>Whether it was in hand still.</returns>
    public async Task<bool> RenewAsync(string owner, TimeSpan time, CancellationToken cancel) => await store.WriteAsync(
        $"update press_site set lease_until = {Now + time} where id = 1 and lease_owner = {owner}", cancel) > 0;

    /// <summary>Has the newsroom built once more, by whoever looks next.</summary>
    public Task<int> BuildAgainAsync(CancellationToken cancel) => store.WriteAsync($"update press_site set changed = changed + 1 where id = 1", cancel);

    /// <summary>Keeps that a change stands in the folder, and lets go of the newsroom. What came with that change is out now.</summary>
    public Task<int> KeepBuiltAsync(string owner, long change, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var kept = await transaction.WriteAsync(
                $"update press_site set built = {change}, lease_owner = null, lease_until = null where id = 1 and lease_owner = {owner} and built <= {change}");
            if (kept > 0)
                await transaction.WriteAsync($"update press_release set state = {ReleaseStates.Out} where state = {ReleaseStates.Coming} and out_change <= {change}");

            return kept;
        },
        cancel);

    public Task<int> LetGoAsync(string owner, CancellationToken cancel) =>
        store.WriteAsync($"update press_site set lease_owner = null, lease_until = null where id = 1 and lease_owner = {owner}", cancel);

    /// <summary>The files that are written here, by their paths within the workspace.</summary>
    public async Task<IReadOnlySet<string>> ReadFilesAsync(CancellationToken cancel) =>
        (await store.ReadAsync($"select path from press_file", row => row.Text("path"), cancel)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Keeps that files are written here, before the first byte is: whoever is killed in between leaves nothing that looks like somebody else's.</summary>
    public Task<bool> KeepFilesAsync(IReadOnlyCollection<string> paths, CancellationToken cancel) => paths.Count == 0 ? Task.FromResult(false) : store.TransactAsync(
        async transaction =>
        {
            foreach (var path in paths)
                await transaction.WriteAsync($"insert into press_file (path) values ({path}) on conflict (path) do nothing");

            return true;
        },
        cancel);

    /// <summary>What people may see, the newest first.</summary>
    public async Task<IReadOnlyList<PublicRelease>> ReadPublicAsync(CancellationToken cancel)
    {
        var found = new List<PublicRelease>();
        foreach (var release in (await ReadAllAsync(cancel)).Where(release => release.State.IsPublic()))
        {
            var texts = await ReadTextsAsync(release.Name, cancel);
            found.Add(new PublicRelease
            {
                Name = release.Name,
                OutAt = release.OutAt!.Value,
                VersionAt = release.VersionAt!.Value,
                Version = release.Version,
                IsRetracted = release.State == ReleaseState.Retracted,
                Reason = release.Reason,
                Texts = texts,
                Sources = await ReadSourcesAsync(release.Name, cancel),
            });
        }

        return [.. found.OrderByDescending(release => release.OutAt).ThenBy(release => release.Name, StringComparer.Ordinal)];
    }
}
