using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Site;

/// <summary>The files of a newsroom while it is built. What is as it should be is not touched, so that whoever copies the folder copies what is new.</summary>
/// <param name="host">The workspace, whose files they are.</param>
/// <param name="settings">The folder.</param>
/// <param name="ours">The files that were written here, by their paths within the workspace.</param>
/// <param name="keepLease">Says that it is still being built.</param>
internal sealed class SiteFiles(IHost host, PressSettings settings, IReadOnlySet<string> ours, Func<CancellationToken, Task<bool>> keepLease)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);
    private readonly HashSet<string> _assets = new(StringComparer.Ordinal);
    private long _renewed = host.Clock.GetTimestamp();

    /// <summary>How many were written or deleted.</summary>
    public int Written { get; private set; }

    public async Task WriteAsync(string path, string text, CancellationToken cancel)
    {
        await RenewAsync(cancel);
        var file = $"{settings.Site}/{path}";
        if (host.Workspace.Exists(file) && await IsAsync(file, text, cancel))
            return;

        await host.Workspace.WriteTextAsync(file, text, cancel);
        Written++;
    }

    /// <summary>Lays pictures into the newsroom. Their names say what they are made of: one that is there is the right one.</summary>
    public async Task WriteAssetsAsync(IReadOnlyList<ReleaseSource> sources, CancellationToken cancel)
    {
        foreach (var source in sources)
        {
            await RenewAsync(cancel);
            var file = $"{settings.Site}/{SitePaths.AssetOf(source.Asset)}";
            if (!_assets.Add(file) || host.Workspace.Exists(file))
                continue;

            if (!host.Workspace.Exists(source.File) || await Pictures.ReadAsync(host.Workspace, source.File, cancel) is not { } bytes || Hashes.Of(bytes) != source.Hash)
            {
                host.Output.Write(Severity.Warning, $"The picture {source.File} is no longer what the release showed, and is missing from the newsroom. Put it back and run press.build.");
                continue;
            }

            await host.Workspace.WriteBytesAsync(file, bytes, cancel);
            Written++;
        }
    }

    /// <summary>Deletes the pictures of what was retracted or corrected.</summary>
    public async Task DeleteOldAssetsAsync(CancellationToken cancel)
    {
        foreach (var file in await host.Workspace.FilesAsync($"{settings.Site}/{SitePaths.Assets}", cancel))
        {
            if (_assets.Contains(file) || !ours.Contains(file))
                continue;

            await host.Workspace.DeleteAsync(file, cancel);
            Written++;
        }
    }

    private async Task<bool> IsAsync(string file, string text, CancellationToken cancel)
    {
        try
        {
            return await host.Workspace.ReadTextAsync(file, cancel) == text;
        }
        catch (PluginHostException)
        {
            // It is no text any more: it is written anew.
            return false;
        }
    }

    private async Task RenewAsync(CancellationToken cancel)
    {
        if (host.Clock.GetElapsedTime(_renewed) < Renewal)
            return;

        if (!await keepLease(cancel))
            throw new PluginHostException("Building the newsroom took so long that another process builds it now. Nothing is lost: that one goes on.");

        _renewed = host.Clock.GetTimestamp();
    }
}
