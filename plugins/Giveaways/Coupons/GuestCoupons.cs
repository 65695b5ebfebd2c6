using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>Coupons as others see them.</summary>
internal sealed class GuestCoupons(IHost host, CouponTable table) : ICoupons
{
    public async Task<CouponBatch> IssueAsync(int count, DateTimeOffset? expires, EffectKey effect, CancellationToken cancel)
    {
        var issued = await table.IssueAsync(effect.Campaign, count, expires, effect, cancel);
        host.Views.Refresh(GiveawaysPlugin.CouponsView);
        return issued;
    }

    public async Task<Redemption> RedeemAsync(string code, string by, EffectKey? effect, CancellationToken cancel)
    {
        var redemption = await table.RedeemAsync(code, by, effect, cancel);
        host.Views.Refresh(GiveawaysPlugin.CouponsView);
        return redemption;
    }

    public Task<int> CountRedeemedAsync(string code, CancellationToken cancel) => table.CountRedeemedAsync(code, cancel);
}
