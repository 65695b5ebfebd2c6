namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The workspace's key, opened.</summary>
/// <param name="Key">The key.</param>
/// <param name="Place">For people: what opened it.</param>
/// <param name="PassedBy">The places that were asked before and could not.</param>
internal sealed record OpenedVault(SealingKey Key, string Place, IReadOnlyList<PassedBy> PassedBy)
{
    public override string ToString() => Place;
}
