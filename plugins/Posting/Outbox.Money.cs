namespace PluginHost.Posting;

/// <summary>On whose account a post is.</summary>
internal sealed partial class Outbox
{
    /// <summary>The campaign that a post is an effect of.</summary>
    /// <returns>Its name; empty where a person asked.</returns>
    public async Task<string> ReadCampaignAsync(long post, CancellationToken cancel)
    {
        var campaigns = await store.ReadAsync($"select coalesce(campaign, '') as campaign from posting_post where id = {post}", row => row.Text("campaign"), cancel);
        return campaigns.Count == 0 ? "" : campaigns[0];
    }
}
