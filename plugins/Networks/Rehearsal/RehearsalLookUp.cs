using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// Finds a post after a doubt. The network inside the workspace remembers keys for ever, so its answer is certain; a server is asked in its own way.
/// </summary>
internal sealed class RehearsalLookUp(IHost host, Posts posts, RemoteNetwork? remote) : LookUp
{
    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel)
    {
        if (remote?.MannerFor(post.Profile) is not { } manner)
            return await posts.FindAsync(key, cancel) is { } known ? new Found { Sent = known.ToSent() } : new NotThere();

        var result = await remote.FindAsync(manner, post, key, since, cancel);
        if (result is Found found)
            await posts.KeepAsync(post, key, found.Sent, host.Output);

        return result;
    }
}
