using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>Coupons in the store. Redeeming is one compare-and-swap: of two tills with one coupon, one has it.</summary>
internal sealed class CouponTable(IStore store, IRandom random, TimeProvider clock, TimeZoneInfo zone)
{
    private const int Most = 100_000;

    // Always as many, so that the statement stays prepared.
    private const int RowsAtOnce = 50;

    /// <exception cref="WrongUseException">There cannot be so many, or they would expire before they are issued.</exception>
    public async Task<CouponBatch> IssueAsync(string name, int count, DateTimeOffset? expires, EffectKey? effect, CancellationToken cancel)
    {
        if (effect is not null && await FindAsync(effect, cancel) is { } known)
            return known;

        if (count is < 1 or > Most)
            throw new WrongUseException($"{count} is no number of coupons to issue. Take 1 to {Most}.");

        if (expires <= clock.GetUtcNow())
            throw new WrongUseException($"Coupons that expire at {Wall(expires)} could never be redeemed: that has passed. Nothing was issued.");

        var batch = CouponCode.Make(random);
        var codes = Enumerable.Range(0, count).Select(_ => CouponCode.Make(random)).ToList();
        var isNew = await store.TransactAsync(
            async transaction =>
            {
                var inserted = await transaction.WriteAsync(
                    $"""
                    insert into giveaways_batch (code, name, count, issued_at, expires_at, campaign, occurrence, step)
                    values ({batch}, {name}, {(long)count}, {clock.GetUtcNow()}, {expires}, {effect?.Campaign}, {effect?.Occurrence}, {effect?.Step})
                    on conflict (campaign, occurrence, step) where campaign is not null do nothing
                    """);
                for (var from = 0; inserted == 1 && from < codes.Count; from += RowsAtOnce)
                    await transaction.WriteAsync(Insert(batch, codes, from, Math.Min(from + RowsAtOnce, codes.Count)));

                return inserted == 1;
            },
            cancel);
        return isNew ? new CouponBatch { Code = batch, Codes = codes, ExpiresAt = expires } : (await FindAsync(effect!, cancel))!;
    }

    public async Task<Redemption> RedeemAsync(string typed, string by, EffectKey? effect, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(by))
            throw new WrongUseException("Who redeems the coupon? A name is needed, so that a second time can say who it was.");

        var (code, problem) = CouponCode.Read(typed);
        if (code is null)
            return Refused(typed, $"{problem}.");

        var batch = await store.ReadAsync($"select code, name, count, issued_at, expires_at, 0 as redeemed from giveaways_batch where code = {code}", StoredBatch.Read, cancel);
        return batch.Count > 0 ? await RedeemNextAsync(batch[0], by, effect, cancel) : await RedeemOneAsync(code, by, effect, cancel);
    }

    public async Task<int> CountRedeemedAsync(string batch, CancellationToken cancel) => (int)(await store.ReadAsync(
        $"select count(*) as redeemed from giveaways_coupon where redeemed_at is not null and ({batch} = '' or batch = {batch})", row => row.Integer("redeemed"), cancel))[0];

    /// <summary>All batches, the newest first.</summary>
    public Task<IReadOnlyList<StoredBatch>> ReadBatchesAsync(CancellationToken cancel) => store.ReadAsync(
        $"""
        select b.code, b.name, b.count, b.issued_at, b.expires_at,
            (select count(*) from giveaways_coupon c where c.batch = b.code and c.redeemed_at is not null) as redeemed
        from giveaways_batch b order by b.issued_at desc, b.code
        """,
        StoredBatch.Read,
        cancel);

    /// <summary>The batch that has a code, or whose coupon has it; null where nobody has issued it.</summary>
    public async Task<StoredBatch?> FindBatchAsync(string code, CancellationToken cancel) => await store.ReadAsync(
        $"""
        select b.code, b.name, b.count, b.issued_at, b.expires_at, 0 as redeemed
        from giveaways_batch b where b.code = {code} or b.code = (select c.batch from giveaways_coupon c where c.code = {code})
        """,
        StoredBatch.Read,
        cancel) is [var batch, ..] ? batch : null;

    /// <summary>The coupons of a batch, by its code or name; those that were redeemed last come first.</summary>
    public Task<IReadOnlyList<StoredCoupon>> ReadAsync(string batch, int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select c.code, c.batch, b.name, c.redeemed_at, c.redeemed_by, c.redeemed_for, b.issued_at, b.expires_at
        from giveaways_coupon c join giveaways_batch b on b.code = c.batch where {batch} = '' or c.batch = {batch} or b.name = {batch}
        order by coalesce(c.redeemed_at, 0) desc, b.issued_at desc, c.batch, c.place limit {(long)limit}
        """,
        StoredCoupon.Read,
        cancel);

    private async Task<Redemption> RedeemOneAsync(string code, string by, EffectKey? effect, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var redeemed = await store.WriteAsync(
            $"""
            update giveaways_coupon set redeemed_at = {now}, redeemed_by = {by}, redeemed_for = {effect?.ToString()}
            where code = {code} and redeemed_at is null
              and exists (select 1 from giveaways_batch b where b.code = batch and (b.expires_at is null or b.expires_at > {now}))
            """,
            cancel);
        if (redeemed == 1)
            return new Redemption { Code = code, IsRedeemed = true, At = now, By = by };

        var known = await store.ReadAsync(
            $"""
            select c.code, c.batch, b.name, c.redeemed_at, c.redeemed_by, c.redeemed_for, b.issued_at, b.expires_at
            from giveaways_coupon c join giveaways_batch b on b.code = c.batch where c.code = {code}
            """,
            StoredCoupon.Read,
            cancel);
        return known switch
        {
            [] => Refused(code, $"Nobody has issued a coupon {code}."),
            [{ RedeemedAt: { } at } done] when effect is not null && done.RedeemedFor == effect.ToString() => new Redemption { Code = code, IsRedeemed = true, At = at, By = done.RedeemedBy },
            [{ RedeemedAt: { } at } done] => Refused(code, $"{code} was redeemed at {Wall(at)} by {done.RedeemedBy}.") with { At = at, By = done.RedeemedBy },
            [var late, ..] => Refused(code, $"{code} expired at {Wall(late.ExpiresAt)}."),
        };
    }

    // The next of a batch. Another till may be faster: then the one after it.
    private async Task<Redemption> RedeemNextAsync(StoredBatch batch, string by, EffectKey? effect, CancellationToken cancel)
    {
        if (effect is not null && await store.ReadAsync(
            $"select code from giveaways_coupon where batch = {batch.Code} and redeemed_for = {effect.ToString()}", row => row.Text("code"), cancel) is [var done, ..])
            return await RedeemOneAsync(done, by, effect, cancel);

        while (await store.ReadAsync(
            $"select code from giveaways_coupon where batch = {batch.Code} and redeemed_at is null order by place limit 1", row => row.Text("code"), cancel) is [var next, ..])
        {
            var redemption = await RedeemOneAsync(next, by, effect, cancel);
            if (redemption.IsRedeemed || redemption.At is null)
                return redemption;
        }

        return Refused(batch.Code, $"All {batch.Count} coupons of {batch.Code} are redeemed.");
    }

    private async Task<CouponBatch?> FindAsync(EffectKey effect, CancellationToken cancel)
    {
        var known = await store.ReadAsync(
            $"select code, expires_at from giveaways_batch where campaign = {effect.Campaign} and occurrence = {effect.Occurrence} and step = {effect.Step}",
            row => (Code: row.Text("code"), ExpiresAt: row.InstantOrNull("expires_at")),
            cancel);
        return known is not [var batch] ? null : new CouponBatch
        {
            Code = batch.Code,
            ExpiresAt = batch.ExpiresAt,
            Codes = await store.ReadAsync($"select code from giveaways_coupon where batch = {batch.Code} order by place", row => row.Text("code"), cancel),
        };
    }

    // As the clock at the counter shows it.
    private string Wall(DateTimeOffset? instant) => TimeZoneInfo.ConvertTime(instant!.Value, zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static Redemption Refused(string code, string reason) => new() { Code = code, IsRedeemed = false, Reason = reason };

    private static Sql Insert(string batch, IReadOnlyList<string> codes, int from, int to)
    {
        var insert = new Sql(0, (to - from) * 3);
        insert.AppendLiteral("insert into giveaways_coupon (code, batch, place) values ");
        for (var place = from; place < to; place++)
        {
            insert.AppendLiteral(place == from ? "(" : ", (");
            insert.AppendFormatted(codes[place]);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(batch);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)place);
            insert.AppendLiteral(")");
        }

        return insert;
    }
}
