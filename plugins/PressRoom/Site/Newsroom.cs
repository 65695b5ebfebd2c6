using PluginHost.Campaigns;
using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Site;

/// <summary>
/// Writes the newsroom into its folder: what the store says is out, and nothing else. Each file is written whole or not at all, the pages before whatever leads to them; whoever is
/// killed in between has done no harm, and whoever builds next writes what is missing.
/// </summary>
internal sealed class Newsroom(IHost host, ReleaseTable table, PressSettings settings)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private readonly string _owner = host.Random.NewId().ToString("D");
    private readonly SemaphoreSlim _building = new(1, 1);

    /// <summary>Builds where something has changed since the last time.</summary>
    /// <param name="always">Whether to look through all files though nothing has.</param>
    /// <param name="cancel">Cancels building.</param>
    /// <returns>How many files were written or deleted; null: somebody else builds.</returns>
    public async Task<int?> BuildAsync(bool always, CancellationToken cancel)
    {
        await _building.WaitAsync(cancel);
        try
        {
            var site = await table.ReadSiteAsync(cancel);
            if (site.Built == site.Changed && !always)
                return 0;

            if (!await table.LeaseAsync(_owner, Lease, cancel))
                return null;

            try
            {
                // Once more, now that nobody else builds.
                site = await table.ReadSiteAsync(cancel);
                var written = await WriteAllAsync(site.Name, cancel);

                // Another has built meanwhile: what was written here may be older and lie over what is newer.
                if (await table.KeepBuiltAsync(_owner, site.Changed, cancel) == 0)
                    await table.BuildAgainAsync(CancellationToken.None);

                return written;
            }
            catch (PluginHostException)
            {
                if (await table.LetGoAsync(_owner, CancellationToken.None) == 0)
                    await table.BuildAgainAsync(CancellationToken.None);

                throw;
            }
        }
        finally
        {
            _building.Release();
        }
    }

    private async Task<int> WriteAllAsync(string site, CancellationToken cancel)
    {
        var releases = await table.ReadPublicAsync(cancel);
        var pages = new Pages(settings, host.Workspace.Zone);
        var feeds = new AtomFeed(settings, site, pages);
        var files = new SiteFiles(host, settings, token => table.RenewAsync(_owner, Lease, token));
        await files.WriteAssetsAsync([.. releases.Where(release => !release.IsRetracted).SelectMany(release => release.Sources).Where(source => source.Asset.Length > 0)], cancel);
        foreach (var release in releases)
        {
            foreach (var text in release.Texts)
                await files.WriteAsync(SitePaths.PageOf(text.Language, text.Slug), pages.OfRelease(release, text), cancel);
        }

        var languages = releases.SelectMany(release => release.Texts).Select(text => text.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var language in languages)
        {
            var inIt = releases.Where(release => release.Texts.Any(text => text.Language == language)).ToList();
            await files.WriteAsync(SitePaths.IndexOf(language), pages.OfLanguage(language, languages, inIt), cancel);
            await files.WriteAsync(SitePaths.FeedOf(language), feeds.Make(language, inIt), cancel);
        }

        var first = languages.Contains("en") || languages.Count == 0 ? "en" : languages[0];
        await files.WriteAsync(SitePaths.Index, pages.OfAll(first, languages, releases), cancel);
        await files.DeleteOldAssetsAsync(cancel);
        return files.Written;
    }
}
