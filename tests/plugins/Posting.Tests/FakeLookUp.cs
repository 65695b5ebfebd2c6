using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>A look-up that a test directs.</summary>
internal sealed class FakeLookUp(Func<Outgoing, SendKey, DateTimeOffset, LookUpResult> answer) : LookUp
{
    public override Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult(answer(post, key, since));
}
