using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// What sends cost, in the store: reserved before the request leaves, charged or released after it. Whoever dies in between leaves it reserved, so that a budget
/// is rather kept too well than not.
/// </summary>
internal sealed class Ledger(IStore store)
{
    // What was not published, for certain: its target has ended so, or waits to be tried again, or for a part of its thread that was refused; or another attempt is
    // the one that arrived.
    private const string Unpublished =
        """
         and exists (select 1 from posting_target t where t.key = posting_ledger.target and (
            t.state = 'refused'
            or (t.state in ('draft', 'scheduled') and t.first_sent_at is null and t.attempt >= posting_ledger.attempt)
            or (t.state in ('draft', 'scheduled') and exists (
                select 1 from posting_target b where b.post = t.post and b.place >= t.place - t.part and b.place < t.place and b.state = 'refused'))
            or (t.state = 'sent' and exists (
                select 1 from posting_ledger m where m.target = posting_ledger.target and m.attempt > posting_ledger.attempt and m.state <> 'released'))))
        """;

    /// <summary>Takes a sum out of all purses, or out of none. The same attempt takes it once.</summary>
    /// <returns>The purse in which there is too little; null where it is reserved.</returns>
    public async Task<Purse?> ReserveAsync(LedgerRow row, IReadOnlyList<Purse> purses)
    {
        Purse? empty = null;
        await store.TransactAsync(
            async transaction =>
            {
                empty = null;
                var written = await transaction.WriteAsync(Insert(row));
                for (var place = 0; written > 0 && place < purses.Count; place++)
                {
                    // One statement asks and takes: nobody comes in between.
                    if (await transaction.WriteAsync(Take(row, purses[place])) > 0)
                        continue;

                    empty = purses[place];
                    foreach (var taken in purses.Take(place))
                        await transaction.WriteAsync(Give(row, taken));

                    await transaction.WriteAsync(
                        $"update posting_ledger set state = {LedgerRow.Released} where target = {row.Target} and attempt = {row.Attempt}");
                    break;
                }

                return PostNumber.Of(row.Post);
            },
            CancellationToken.None);
        return empty;
    }

    /// <summary>Notes what became of an attempt. What was refused for certain is given back to the purses.</summary>
    public Task SettleAsync(string target, long attempt, bool isCharged, Func<LedgerRow, IReadOnlyList<Purse>> purses) => store.TransactAsync(
        async transaction =>
        {
            var rows = await transaction.ReadAsync(
                $"select * from posting_ledger where target = {target} and attempt = {attempt} and state = {LedgerRow.Reserved}", LedgerRow.Read);
            if (rows is [var row])
            {
                var state = isCharged ? LedgerRow.Charged : LedgerRow.Released;
                var moved = await transaction.WriteAsync(
                    $"update posting_ledger set state = {state} where target = {target} and attempt = {attempt} and state = {LedgerRow.Reserved}");
                foreach (var purse in moved > 0 && !isCharged ? purses(row) : [])
                    await transaction.WriteAsync(Give(row, purse));
            }

            return PostNumber.Of(attempt);
        },
        CancellationToken.None);

    /// <summary>Gives back what of a post was not published.</summary>
    public Task<bool> ReleaseOfAsync(long post, Func<LedgerRow, IReadOnlyList<Purse>> purses) => ReleaseAsync(
        where =>
        {
            where.AppendLiteral(" and post = ");
            where.AppendFormatted(post);
            where.AppendLiteral(Unpublished);
        },
        purses);

    /// <summary>Gives back what was not published, whoever ended it: a person, a skip, another process.</summary>
    /// <returns>Whether there was anything.</returns>
    public Task<bool> ReleaseSinceAsync(DateTimeOffset from, Func<LedgerRow, IReadOnlyList<Purse>> purses) => ReleaseAsync(
        where =>
        {
            where.AppendLiteral(" and at >= ");
            where.AppendFormatted(from);
            where.AppendLiteral(Unpublished);
        },
        purses);

    /// <summary>Gives back what the attempts of a target took so far: none of them has arrived.</summary>
    public Task<bool> ReleaseUntilAsync(string target, long attempt, Func<LedgerRow, IReadOnlyList<Purse>> purses) => ReleaseAsync(
        where =>
        {
            where.AppendLiteral(" and target = ");
            where.AppendFormatted(target);
            where.AppendLiteral(" and attempt <= ");
            where.AppendFormatted(attempt);
        },
        purses);

    /// <summary>What was reserved or charged from an instant on, the oldest first.</summary>
    public Task<IReadOnlyList<LedgerRow>> ReadAsync(DateTimeOffset from, CancellationToken cancel) =>
        store.ReadAsync($"select * from posting_ledger where at >= {from} and state <> {LedgerRow.Released} order by at, target, attempt", LedgerRow.Read, cancel);

    /// <summary>How much of a purse is spent, with what is reserved.</summary>
    public async Task<Amount> ReadSpentAsync(Purse purse, CancellationToken cancel)
    {
        var currency = purse.Budget.Limit.Currency;
        var spent = await store.ReadAsync(
            $"select micros as id from posting_spent where budget = {purse.Name} and period = {purse.Period} and currency = {currency}", PostNumber.Read, cancel);
        return new Amount { Micros = spent.Count == 0 ? 0 : spent[0].Value, Currency = currency };
    }

    // Looked for first: there is seldom anything. Asked again when it is written, for it may be under way by then.
    private async Task<bool> ReleaseAsync(Action<Sql> narrow, Func<LedgerRow, IReadOnlyList<Purse>> purses)
    {
        Sql find = $"select * from posting_ledger where state <> 'released'";
        narrow(find);
        var rows = await store.ReadAsync(find, LedgerRow.Read, CancellationToken.None);
        if (rows.Count == 0)
            return false;

        await store.TransactAsync(
            async transaction =>
            {
                foreach (var row in rows)
                {
                    Sql release = $"update posting_ledger set state = 'released' where target = {row.Target} and attempt = {row.Attempt} and state <> 'released'";
                    narrow(release);
                    foreach (var purse in await transaction.WriteAsync(release) > 0 ? purses(row) : [])
                        await transaction.WriteAsync(Give(row, purse));
                }

                return PostNumber.Of(rows.Count);
            },
            CancellationToken.None);
        return true;
    }

    private static Sql Insert(LedgerRow row) =>
        $"""
        insert into posting_ledger (target, attempt, post, profile, network, campaign, what, micros, currency, at, state)
        values ({row.Target}, {row.Attempt}, {row.Post}, {row.Profile}, {row.Network}, {row.Campaign}, {row.What}, {row.Cost.Micros}, {row.Cost.Currency}, {row.At}, {row.State})
        on conflict (target, attempt) do update set state = excluded.state, at = excluded.at, micros = excluded.micros, currency = excluded.currency
        where posting_ledger.state = {LedgerRow.Released}
        """;

    private static Sql Take(LedgerRow row, Purse purse) =>
        $"""
        insert into posting_spent (budget, period, currency, micros)
        select s.budget, s.period, s.currency, s.micros from (select {purse.Name} as budget, {purse.Period} as period, {row.Cost.Currency} as currency, {row.Cost.Micros} as micros) s
        where s.micros <= {purse.Budget.Limit.Micros}
        on conflict (budget, period, currency) do update set micros = posting_spent.micros + excluded.micros
        where posting_spent.micros + excluded.micros <= {purse.Budget.Limit.Micros}
        """;

    private static Sql Give(LedgerRow row, Purse purse) =>
        $"""
        update posting_spent set micros = micros - {row.Cost.Micros}
        where budget = {purse.Name} and period = {purse.Period} and currency = {row.Cost.Currency}
        """;
}
