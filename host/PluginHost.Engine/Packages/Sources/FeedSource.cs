using System.Text.Json;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages.Sources;

/// <summary>A NuGet feed (v3), asked by NuGet's own library. What it knows of accounts stands in the person's NuGet configuration, and goes nowhere else.</summary>
internal sealed class FeedSource(PackageSource source, PackageLimits limits, TimeProvider clock) : IPackageSource
{
    private const int Page = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SourceRepository _feed = Repository.Factory.GetCoreV3(source);

    public string Name => source.Source;

    public Task<IReadOnlyList<NuGetVersion>> FindVersionsAsync(string id, CancellationToken cancel) => AskAsync<IReadOnlyList<NuGetVersion>>(
        async (cache, limit) =>
        {
            var packages = await DemandAsync<FindPackageByIdResource>(limit);
            return [.. await packages.GetAllVersionsAsync(id, cache, NullLogger.Instance, limit) ?? []];
        },
        cancel);

    public async Task FetchAsync(string id, NuGetVersion version, string file, CancellationToken cancel)
    {
        var isThere = await AskAsync(
            async (cache, limit) =>
            {
                var packages = await DemandAsync<FindPackageByIdResource>(limit);
                await using var stream = new BoundedFile(file, limits.Package);
                return await packages.CopyNupkgToStreamAsync(id, version, stream, cache, NullLogger.Instance, limit);
            },
            cancel);
        if (!isThere)
            throw new PluginHostException($"{Name} has no {id} {version.ToNormalizedString()}.");
    }

    public Task<IReadOnlyList<OfferedPlugin>> SearchAsync(string text, bool prerelease, CancellationToken cancel) => AskAsync<IReadOnlyList<OfferedPlugin>>(
        async (_, limit) =>
        {
            var search = await DemandAsync<PackageSearchResource>(limit);
            var filter = new SearchFilter(prerelease) { PackageType = PackageFile.PackageType };
            return
            [
                .. (await search.SearchAsync(text, filter, 0, Page, NullLogger.Instance, limit)).Select(found => new OfferedPlugin
                {
                    Id = found.Identity.Id,
                    Version = found.Identity.Version.ToNormalizedString(),
                    Description = found.Description ?? "",
                    Authors = found.Authors ?? "",
                    Source = Name,
                }),
            ];
        },
        cancel);

    private async Task<T> AskAsync<T>(Func<SourceCacheContext, CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        using var cache = new SourceCacheContext { NoCache = true, DirectDownload = true };
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await ask(cache, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PluginHostException($"{Name} did not answer within {Patience.TotalSeconds:0} s. What is unpacked or fetched already goes on without it.");
        }
        catch (Exception error) when (error is FatalProtocolException or HttpRequestException or IOException or InvalidOperationException or NotSupportedException or JsonException or Newtonsoft.Json.JsonException)
        {
            throw new PluginHostException($"{Name} cannot be asked: {Reason(error)} Is the address that of a NuGet feed (v3), and the network there?", error);
        }
    }

    private async Task<T> DemandAsync<T>(CancellationToken cancel)
        where T : class, INuGetResource =>
        await _feed.GetResourceAsync<T>(cancel) ?? throw new FatalProtocolException($"It does not offer what is wanted of it ({typeof(T).Name}).");

    private static string Reason(Exception error)
    {
        var reasons = new List<string>();
        for (Exception? at = error; at is not null; at = at.InnerException)
        {
            if (!reasons.Exists(known => known.Contains(at.Message, StringComparison.Ordinal)))
                reasons.Add(at.Message);
        }

        return string.Join(' ', reasons);
    }
}
