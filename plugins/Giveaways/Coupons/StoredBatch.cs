using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>Coupons that were issued together, as the tables have them.</summary>
internal sealed record StoredBatch
{
    public required string Code { get; init; }

    /// <summary>What it is for, by the one who issued it.</summary>
    public required string Name { get; init; }

    public required int Count { get; init; }

    public required int Redeemed { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public static StoredBatch Read(IRow row) => new()
    {
        Code = row.Text("code"),
        Name = row.Text("name"),
        Count = (int)row.Integer("count"),
        Redeemed = (int)row.Integer("redeemed"),
        IssuedAt = row.Instant("issued_at"),
        ExpiresAt = row.InstantOrNull("expires_at"),
    };
}
