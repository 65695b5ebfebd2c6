using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Coupons that nobody can guess, each redeemed once. A plugin offers it as a service.</summary>
public interface ICoupons
{
    /// <summary>Issues coupons.</summary>
    /// <param name="count">How many, from 1 to 100,000.</param>
    /// <param name="expires">Until when they can be redeemed; <see langword="null"/> for ever.</param>
    /// <param name="effect">Which side effect of which campaign it is: the same one is the same coupons.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The coupons.</returns>
    /// <exception cref="WrongUseException">There cannot be so many, or they would expire before they are issued.</exception>
    Task<CouponBatch> IssueAsync(int count, DateTimeOffset? expires, EffectKey effect, CancellationToken cancel);

    /// <summary>Redeems a coupon, once; or, by the code that all of a batch share, the next one of it.</summary>
    /// <param name="code">The code, however it was typed.</param>
    /// <param name="by">Who redeems it: a person at a counter, a till.</param>
    /// <param name="effect">Which side effect of which campaign it is: the same one redeems nothing more; <see langword="null"/> where a person asks.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What became of it: also that it was redeemed before, when and by whom.</returns>
    Task<Redemption> RedeemAsync(string code, string by, EffectKey? effect, CancellationToken cancel);

    /// <summary>How many coupons of a batch were redeemed.</summary>
    /// <param name="code">The code that all of the batch share; empty for all batches.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The number.</returns>
    Task<int> CountRedeemedAsync(string code, CancellationToken cancel);
}
