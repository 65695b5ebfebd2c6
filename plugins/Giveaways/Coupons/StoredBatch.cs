using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>Coupons that were issued together, as the tables have them.</summary>
internal sealed record StoredBatch
{
    public required string Code { get; init; }

    /// <summary>What it is for, by the one who issued it; empty where nobody said.</summary>
    public required string Name { get; init; }

    public required int Count { get; init; }

    public required int Redeemed { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The name as the beginning of a file's: <c>two-for-one-</c>; empty where it has none.</summary>
    public string FileName
    {
        get
        {
            var words = Name.Split([.. Name.Where(letter => !char.IsLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);
            return words.Length == 0 ? "" : $"{string.Join('-', words)}-";
        }
    }

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
