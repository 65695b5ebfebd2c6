using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>Finds a post by its key. The network remembers keys for ever, so the answer is certain.</summary>
internal sealed class RehearsalLookUp(Posts posts) : LookUp
{
    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel) =>
        await posts.FindAsync(key, cancel) is { } known ? new Found { Sent = known.ToSent() } : new NotThere();
}
