using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Site;

/// <summary>Knows which files of the newsroom's folder were written here. The folder may be a site that was there before: what is not ours is never written over.</summary>
internal sealed class SiteOwnership(IWorkspace workspace, ReleaseTable table, PressSettings settings)
{
    /// <summary>The files among some that lie there and are somebody else's, by their paths within the workspace.</summary>
    public async Task<IReadOnlyList<string>> ForeignAsync(IEnumerable<string> files, CancellationToken cancel)
    {
        var known = await table.ReadFilesAsync(cancel);

        // A newsroom that was built before anybody kept this is all ours.
        if (known.Count == 0 && (await table.ReadSiteAsync(cancel)).Built > 0)
            return [];

        return [.. files.Where(file => !known.Contains(file) && workspace.Exists(file))];
    }

    /// <summary>Takes files for the newsroom, all or none.</summary>
    /// <param name="files">Their paths within the workspace.</param>
    /// <param name="assets">Pictures, whose names say what they are made of: one that is there is the right one.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="PluginHostException">One of them is somebody else's. Nothing was written.</exception>
    public async Task ClaimAsync(IReadOnlyCollection<string> files, IReadOnlyCollection<string> assets, CancellationToken cancel)
    {
        if (await ForeignAsync(files, cancel) is [var first, ..] foreign)
            throw new PluginHostException(Refusal(first, foreign.Count));

        var known = await table.ReadFilesAsync(cancel);
        await table.KeepFilesAsync([.. files.Concat(assets).Where(file => !known.Contains(file))], cancel);
    }

    /// <summary>Says what to do about a file that is somebody else's.</summary>
    public string Refusal(string file, int count) =>
        $"{file}{(count > 1 ? $" and {count - 1} more" : "")} lay there before the newsroom and would be written over. "
        + $"Move it away, or give the newsroom a folder of its own in plugins.yaml, under press: settings: {{ site: … }} (it is {settings.Site} now), and run press.build.";
}
