using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// Coupons that were issued together. Each has a code of its own, for one person; the batch has one that everybody may be shown: whoever brings it is given the
/// next coupon of the batch, until there is none.
/// </summary>
public sealed record CouponBatch
{
    /// <summary>The code that everybody may be shown.</summary>
    public required string Code { get; init; }

    /// <summary>The codes of the single coupons.</summary>
    public required IReadOnlyList<string> Codes { get; init => field = [.. value]; }

    /// <summary>Until when they can be redeemed.</summary>
    /// <value><see langword="null"/>: for ever.</value>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What stands for the coupons in a text: <c>.With("coupon", coupons)</c>.</summary>
    /// <param name="batch">The coupons.</param>
    public static implicit operator Value(CouponBatch batch) => batch.Code;

    /// <summary>What stands for the coupons in a text: <c>$"Show {coupons}."</c>.</summary>
    /// <returns>The code that everybody may be shown.</returns>
    public override string ToString() => Code;
}
