namespace PluginHost.Campaigns;

/// <summary>What became of a coupon that somebody has brought.</summary>
public sealed record Redemption
{
    /// <summary>The coupon's code, as it is written; what was typed where there is none such.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it was redeemed now.</summary>
    public required bool IsRedeemed { get; init; }

    /// <summary>Why not, in a sentence: when it was redeemed before, and by whom; when it expired; that it was mistyped.</summary>
    /// <value>Empty: it was redeemed.</value>
    public string Reason { get; init; } = "";

    /// <summary>When it was redeemed, now or before.</summary>
    /// <value><see langword="null"/>: it never was.</value>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who has redeemed it, now or before.</summary>
    /// <value>Empty: nobody.</value>
    public string By { get; init; } = "";
}
