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

    // Longer than a file takes to write, and shorter than the lease of whoever was killed while it was written.
    private static readonly TimeSpan Swept = TimeSpan.FromSeconds(5);
    private readonly SiteOwnership _ownership = new(host.Workspace, table, settings);
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

    /// <summary>The files that lie where texts are to stand, and were not written here.</summary>
    public async Task<IReadOnlyList<string>> ForeignAsync(IReadOnlyList<ReleaseText> texts, CancellationToken cancel) =>
        await _ownership.ForeignAsync(texts.SelectMany(text => SitePaths.AllOf(text.Language, text.Slug)).Distinct().Select(FileOf), cancel);

    /// <summary>Says what to do about files that were not written here.</summary>
    public string Refusal(IReadOnlyList<string> foreign) => _ownership.Refusal(foreign[0], foreign.Count);

    private async Task<int> WriteAllAsync(string site, CancellationToken cancel)
    {
        await host.Workspace.SweepAsync(settings.Site, Swept, cancel);
        var releases = await table.ReadPublicAsync(cancel);
        var files = FilesOf(site, releases);
        var sources = releases.Where(release => !release.IsRetracted).SelectMany(release => release.Sources).Where(source => source.Asset.Length > 0).ToList();
        await _ownership.ClaimAsync([.. files.Select(file => FileOf(file.Path))], [.. sources.Select(source => FileOf(SitePaths.AssetOf(source.Asset))), .. await OldAssetsAsync(cancel)], cancel);

        var written = new SiteFiles(host, settings, await table.ReadFilesAsync(cancel), token => table.RenewAsync(_owner, Lease, token));
        await written.WriteAssetsAsync(sources, cancel);
        foreach (var (path, text) in files)
            await written.WriteAsync(path, text(), cancel);

        await written.DeleteOldAssetsAsync(cancel);
        return written.Written;
    }

    // The pages before whatever leads to them. Each is made when it is written: all of them at once would fill the memory.
    private List<(string Path, Func<string> Text)> FilesOf(string site, IReadOnlyList<PublicRelease> releases)
    {
        var pages = new Pages(settings, host.Workspace.Zone);
        var feeds = new AtomFeed(settings, site, pages);
        var files = new List<(string Path, Func<string> Text)>();
        foreach (var release in releases)
            files.AddRange(release.Texts.Select(text => (SitePaths.PageOf(text.Language, text.Slug), (Func<string>)(() => pages.OfRelease(release, text)))));

        var languages = releases.SelectMany(release => release.Texts).Select(text => text.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var language in languages)
        {
            var inIt = releases.Where(release => release.Texts.Any(text => text.Language == language)).ToList();
            files.Add((SitePaths.IndexOf(language), () => pages.OfLanguage(language, languages, inIt)));
            files.Add((SitePaths.FeedOf(language), () => feeds.Make(language, inIt)));
        }

        var first = languages.Contains("en") || languages.Count == 0 ? "en" : languages[0];
        files.Add((SitePaths.Index, () => pages.OfAll(first, languages, releases)));
        return files;
    }

    // Of a newsroom that was built before anybody kept which files are its own: pictures are known by their names.
    private async Task<IEnumerable<string>> OldAssetsAsync(CancellationToken cancel) => (await table.ReadSiteAsync(cancel)).Built == 0 || (await table.ReadFilesAsync(cancel)).Count > 0
        ? []
        : (await host.Workspace.FilesAsync(FileOf(SitePaths.Assets), cancel)).Where(file => Pictures.IsAsset(Path.GetFileName(file)));

    private string FileOf(string path) => $"{settings.Site}/{path}";
}
