namespace PluginHost.Campaigns;

/// <summary>A giveaway that a script has announced. It goes on while the script waits for it, and without the script where the workspace is served.</summary>
public sealed class ScriptGiveaway
{
    private readonly JournalledGiveaways _giveaways;

    internal ScriptGiveaway(string id, JournalledGiveaways giveaways)
    {
        Id = id;
        _giveaways = giveaways;
    }

    /// <summary>The giveaway's id in this workspace.</summary>
    public string Id { get; }

    /// <summary>Waits for the draw.</summary>
    /// <returns>Those who have won, in the order of the prizes.</returns>
    public async Task<IReadOnlyList<Award>> Winners()
    {
        var awards = AwardRecord.Read(await _giveaways.UntilAsync(Id, "drawn", giveaway => giveaway.IsDrawn));
        return [.. awards.GroupBy(award => award.Number).Select(turns => turns.First())];
    }

    /// <summary>Waits until every prize has found somebody who answers, or nobody is left.</summary>
    /// <returns>The prizes that were claimed, with those who have them.</returns>
    public async Task<IReadOnlyList<Award>> Claimed()
    {
        var awards = AwardRecord.Read(await _giveaways.UntilAsync(Id, "closed", giveaway => giveaway.IsClosed));
        return [.. awards.Where(award => award.State == AwardState.Claimed)];
    }
}
