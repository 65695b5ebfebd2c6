using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>A coupon as the tables have it.</summary>
internal sealed record StoredCoupon
{
    public required string Code { get; init; }

    /// <summary>The code of its batch.</summary>
    public required string Batch { get; init; }

    /// <summary>What its batch is for.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? RedeemedAt { get; init; }

    public required string RedeemedBy { get; init; }

    /// <summary>The side effect that redeemed it; empty where a person did.</summary>
    public required string RedeemedFor { get; init; }

    public static StoredCoupon Read(IRow row) => new()
    {
        Code = row.Text("code"),
        Batch = row.Text("batch"),
        Name = row.Text("name"),
        IssuedAt = row.Instant("issued_at"),
        ExpiresAt = row.InstantOrNull("expires_at"),
        RedeemedAt = row.InstantOrNull("redeemed_at"),
        RedeemedBy = row.TextOrNull("redeemed_by") ?? "",
        RedeemedFor = row.TextOrNull("redeemed_for") ?? "",
    };
}
