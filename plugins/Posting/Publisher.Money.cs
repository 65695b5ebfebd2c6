using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>What it will cost.</summary>
internal sealed partial class Publisher
{
    public async Task<IReadOnlyList<CostEstimate>> EstimateAsync(PostPlan plan, CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        return [.. plan.Variants.Select(variant => Pricing.Of(variant, profiles[variant.Profile], plan.At ?? host.Clock.GetUtcNow()))];
    }
}
