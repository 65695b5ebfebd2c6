using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>
/// The last word before a target leaves, whoever sends it and by which way: what lacks an approval, or would go over a budget, is held here, with the reason. It
/// is not lost; a person sees it, and can let it go.
/// </summary>
internal sealed class Gate(Approvals approvals, Spending spending)
{
    /// <summary>Why a target must wait for a person. Where it need not, what it costs is reserved.</summary>
    /// <returns>The reason; null: it may go out.</returns>
    public async Task<string?> HoldsBackAsync(OutboxTarget target, Profile profile) =>
        await approvals.HoldsBackAsync(target, profile) ?? await spending.HoldsBackAsync(target, profile);

    /// <summary>Notes how an attempt ended.</summary>
    public Task NoteAsync(OutboxTarget ended, Profile profile) => spending.SettleAsync(ended, profile);
}
