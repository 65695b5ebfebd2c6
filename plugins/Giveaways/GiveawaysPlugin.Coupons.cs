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
        [Asks("Until when can they be redeemed? A day (2026-12-18) until its end, or a time (18:00, 2026-12-18 18:00 Europe/Oslo); without a zone the workspace's. Empty: for ever.", Default = "")] string expires,
        [Asks("What are they for?", Default = "", Anew = true)] string name,
        CancellationToken cancel)
    {
        var until = expires.Length > 0 ? new Expiry(host.Times, host.Workspace.Zone).Read(expires) : (DateTimeOffset?)null;
        var issued = await _coupons.IssueAsync(name.Trim(), count, until, null, cancel);
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
    public async Task<Table> BatchesAsync(IHost host, [Asks("Of which name? Empty: all.", Default = "", Anew = true)] string name, CancellationToken cancel)
    {
        host.Views.Open(CouponsView);
        var batches = await _coupons.ReadBatchesAsync(cancel);
        return Table.Of(
            name.Length == 0 ? batches : BatchesOf(name, batches),
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
        IHost host, [Asks("Which batch, by its code or its name? Empty: all.", Default = "")] string batch, [Asks("How many at most?", Default = "1000")] int limit, CancellationToken cancel)
    {
        if (limit <= 0)
            throw new WrongUseException($"{limit} is no number of coupons to show. Take 1 or more.");

        if (batch.Length > 0)
            _ = BatchesOf(batch, await _coupons.ReadBatchesAsync(cancel));

        return CouponsOf(host, await _coupons.ReadAsync(batch, limit, cancel));
    }

    /// <summary>Shows a coupon to be scanned.</summary>
    [Command("giveaways.coupons.qr", "Coupons: Show QR Code", Description = "Shows a coupon as a QR code.")]
    public async Task<string> ShowQrOfAsync(IHost host, [Asks("Which code?")] string code, CancellationToken cancel)
    {
        (_qr, _) = await ReadIssuedAsync(code, cancel);
        host.Views.Refresh(QrView);
        host.Views.Open(QrView);
        return QrPicture.Of(LinkOf(host, _qr)).ToText();
    }

    /// <summary>Writes a coupon to be printed.</summary>
    [Command("giveaways.coupons.svg", "Coupons: Write QR Code", Description = "Writes a coupon as a QR code into an SVG file, to be printed. Another file that is there is left alone.")]
    public async Task<string> WriteQrAsync(
        IHost host,
        [Asks("Which code?")] string code,
        [Asks("Into which file? Empty: coupons/NAME-CODE.svg, by the name of its batch.", Default = "")] string file,
        [Asks("Whether it may be written over another file that is there: over=true.", Default = "false")] bool over,
        CancellationToken cancel)
    {
        var (issued, batch) = await ReadIssuedAsync(code, cancel);
        var path = file.Length > 0 ? file : $"coupons/{batch.FileName}{issued}.svg";
        await OwnFile.WriteAsync(host.Workspace, path, QrPicture.Of(LinkOf(host, issued)).ToSvg(issued), before => QrPicture.IsOf(before, issued), over, cancel);
        return path;
    }

    private async Task<(string Code, StoredBatch Batch)> ReadIssuedAsync(string typed, CancellationToken cancel)
    {
        var (code, problem) = CouponCode.Read(typed);
        if (code is null)
            throw new WrongUseException($"{problem}.");

        return await _coupons.FindBatchAsync(code, cancel) is { } batch
            ? (code, batch)
            : throw new WrongUseException($"Nobody has issued a coupon {code}. giveaways.coupons.list shows those there are.");
    }

    private static List<StoredBatch> BatchesOf(string wanted, IReadOnlyList<StoredBatch> batches) =>
        batches.Where(batch => batch.Code == wanted || batch.Name == wanted).ToList() is { Count: > 0 } found ? found : throw new WrongUseException(
            $"No coupons were issued as \"{wanted}\".{Nearest.Hint(wanted, batches.SelectMany(batch => new[] { batch.Name, batch.Code }).Where(name => name.Length > 0).Distinct())} giveaways.coupons shows those there are.");

    private static Table CouponsOf(IHost host, IReadOnlyList<StoredCoupon> coupons) => Table.Of(
        coupons,
        ("code", coupon => coupon.Code),
        ("redeemed", coupon => coupon.RedeemedAt is { } at ? InZone(host, at) : Value.Nothing),
        ("by", coupon => coupon.RedeemedBy),
        ("expires", coupon => coupon.ExpiresAt is { } until ? InZone(host, until) : Value.Nothing),
        ("name", coupon => coupon.Name),
        ("batch", coupon => coupon.Batch));
}
