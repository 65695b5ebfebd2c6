using PluginHost.Giveaways.Coupons;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

public sealed partial class GiveawaysPlugin
{
    /// <summary>Issues coupons.</summary>
    [Command("giveaways.coupons.issue", "Coupons: Issue", Description = "Issues coupons that nobody can guess, and a code for all of them that everybody may be shown.")]
    public async Task<Table> IssueAsync(
        IHost host,
        [Asks("How many?")] int count,
        [Asks("Until when can they be redeemed? Empty: for ever.", Default = "")] string expires,
        [Asks("What are they for?", Default = "", Anew = true)] string name,
        CancellationToken cancel)
    {
        var until = expires.Length > 0 ? host.Times.Read(expires).Instant : (DateTimeOffset?)null;
        var issued = await _coupons.IssueAsync(name.Length > 0 ? name : host.Workspace.Person, count, until, null, cancel);
        host.Views.Refresh(CouponsView);
        return CouponsOf(host, await _coupons.ReadAsync(issued.Code, count, cancel));
    }

    /// <summary>Redeems a coupon.</summary>
    [Command("giveaways.coupons.redeem", "Coupons: Redeem", Description = "Redeems a coupon, once; by the code for all, the next one. A second time says when that was, and by whom.")]
    public async Task<Record> RedeemAsync(
        IHost host, [Asks("Which code?")] string code, [Asks("Who redeems it? Empty: you.", Default = "")] string by, CancellationToken cancel)
    {
        var redemption = await _coupons.RedeemAsync(code, by.Length > 0 ? by : host.Workspace.Person, null, cancel);
        host.Views.Refresh(CouponsView);
        return redemption.IsRedeemed
            ? Record.Of(("code", redemption.Code), ("at", InZone(host, redemption.At!.Value)), ("by", redemption.By))
            : throw new PluginHostException($"{redemption.Reason} Nothing was redeemed.");
    }

    /// <summary>Batches.</summary>
    [Command("giveaways.coupons", "Coupons: Batches", Description = "Coupons that were issued together, and how many of them are redeemed.")]
    public async Task<Table> BatchesAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(CouponsView);
        return Table.Of(
            await _coupons.ReadBatchesAsync(cancel),
            ("batch", batch => batch.Code),
            ("name", batch => batch.Name),
            ("count", batch => batch.Count),
            ("redeemed", batch => batch.Redeemed),
            ("issued", batch => InZone(host, batch.IssuedAt)),
            ("expires", batch => batch.ExpiresAt is { } until ? InZone(host, until) : Value.Nothing));
    }

    /// <summary>The coupons of a batch.</summary>
    [Command("giveaways.coupons.list", "Coupons: List", Description = "The coupons of a batch, those that were redeemed last first.")]
    public async Task<Table> CouponsAsync(
        IHost host, [Asks("Which batch, by its code? Empty: all.", Default = "")] string batch, [Asks("How many at most?", Default = "1000")] int limit, CancellationToken cancel) =>
        CouponsOf(host, await _coupons.ReadAsync(batch, limit > 0 ? limit : throw new WrongUseException($"{limit} is no number of coupons to show. Take 1 or more."), cancel));

    /// <summary>Shows a coupon to be scanned.</summary>
    [Command("giveaways.coupons.qr", "Coupons: Show QR Code", Description = "Shows a coupon as a QR code.")]
    public string ShowQrOf(IHost host, [Asks("Which code?")] string code)
    {
        _qr = KnownForm(code);
        host.Views.Refresh(QrView);
        host.Views.Open(QrView);
        return QrPicture.Of(LinkOf(host, _qr)).ToText();
    }

    /// <summary>Writes a coupon to be printed.</summary>
    [Command("giveaways.coupons.svg", "Coupons: Write QR Code", Description = "Writes a coupon as a QR code into an SVG file, to be printed.")]
    public async Task<string> WriteQrAsync(
        IHost host, [Asks("Which code?")] string code, [Asks("Into which file? Empty: coupons/CODE.svg.", Default = "")] string file, CancellationToken cancel)
    {
        var known = KnownForm(code);
        var path = file.Length > 0 ? file : $"coupons/{known}.svg";
        await host.Workspace.WriteTextAsync(path, QrPicture.Of(LinkOf(host, known)).ToSvg(), cancel);
        return path;
    }

    private static string KnownForm(string code) => CouponCode.Read(code) is var (known, problem) && known is not null ? known : throw new WrongUseException($"{problem}.");

    private static Table CouponsOf(IHost host, IReadOnlyList<StoredCoupon> coupons) => Table.Of(
        coupons,
        ("code", coupon => coupon.Code),
        ("redeemed", coupon => coupon.RedeemedAt is { } at ? InZone(host, at) : Value.Nothing),
        ("by", coupon => coupon.RedeemedBy),
        ("expires", coupon => coupon.ExpiresAt is { } until ? InZone(host, until) : Value.Nothing),
        ("batch", coupon => coupon.Batch));
}
