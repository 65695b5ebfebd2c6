using System.Text;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Says whether a release's files are still what was armed: another text must not come out because somebody saved a file.</summary>
internal sealed class SourceWatch(IWorkspace workspace, ReleaseTable table, ReleaseReader reader)
{
    /// <returns>What is no longer as it was, in a sentence; null: nothing.</returns>
    public async Task<string?> WhatChangedAsync(string release, CancellationToken cancel)
    {
        var sources = await table.ReadSourcesAsync(release, cancel);
        foreach (var source in sources)
        {
            if (!workspace.Exists(source.File))
                return $"{source.File} was deleted after the release was armed.";

            if (await HashAsync(source, cancel) != source.Hash)
                return $"{source.File} was changed after the release was armed.";
        }

        var added = (await reader.FilesOfAsync(release, cancel)).FirstOrDefault(file => !sources.Any(source => source.File == file));
        return added is null ? null : $"{added} was added after the release was armed.";
    }

    private async Task<string?> HashAsync(ReleaseSource source, CancellationToken cancel)
    {
        try
        {
            return source.Asset.Length > 0
                ? await Pictures.HashAsync(workspace, source.File, cancel)
                : Hashes.Of(Encoding.UTF8.GetBytes(await workspace.ReadTextAsync(source.File, cancel)));
        }
        catch (Exception error) when (error is PluginHostException or IOException or UnauthorizedAccessException)
        {
            // What cannot be read is not what was armed.
            return null;
        }
    }
}
