using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Writes pages into the workspace, and never over a file that somebody else has written, or has changed since, unless a person says so.</summary>
internal sealed class PublishedPages(IHost host)
{
    /// <exception cref="WrongUseException">There is a file that was not written here as it stands.</exception>
    public async Task WriteAsync(string path, string text, bool over, CancellationToken cancel)
    {
        if (!over && host.Workspace.Exists(path))
        {
            var stands = HashOf(await host.Workspace.ReadTextAsync(path, cancel));
            if (stands != HashOf(text) && stands != await ReadHashAsync(path, cancel))
            {
                throw new WrongUseException(
                    $"{path} was not written by inbox.publish-faq, or was changed since. It is left as it is. Name another file, or overwrite it with over=true.");
            }
        }

        await host.Workspace.WriteTextAsync(path, text, cancel);
        await host.Store.WriteAsync(
            $"""
            insert into inbox_page (path, hash, written_at) values ({path}, {HashOf(text)}, {host.Clock.GetUtcNow()})
            on conflict (path) do update set hash = excluded.hash, written_at = excluded.written_at
            """,
            CancellationToken.None);
    }

    private async Task<string?> ReadHashAsync(string path, CancellationToken cancel)
    {
        var known = await host.Store.ReadAsync($"select hash from inbox_page where path = {path}", row => row.Text("hash"), cancel);
        return known.Count > 0 ? known[0] : null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
