using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What became of a coupon as a value, and back: what a journal keeps of it.</summary>
internal static class RedemptionRecord
{
    public static Record Of(Redemption redemption) => Record.Of(
        ("code", redemption.Code),
        ("isRedeemed", redemption.IsRedeemed),
        ("reason", redemption.Reason),
        ("at", redemption.At),
        ("by", redemption.By));

    public static Redemption Read(Value value) => new()
    {
        Code = value["code"].ToString(),
        IsRedeemed = value["isRedeemed"].Flag,
        Reason = value["reason"].ToString(),
        At = value["at"] is InstantValue at ? at.Instant : null,
        By = value["by"].ToString(),
    };
}
