using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>
/// Giveaways in the store. Each change of a state is one compare-and-swap, in one transaction with its line of the log: of two processes that do the same step, one has
/// done it.
/// </summary>
internal sealed class GiveawayTable(IStore store, TimeProvider clock)
{
    // Always as many, so that the statement stays prepared.
    private const int RowsAtOnce = 50;

    public IStore Store => store;

    /// <summary>Writes a giveaway down. One that a person has planned may be planned otherwise, until it is announced.</summary>
    /// <returns>Whether it is new; the same with the same terms was written down before.</returns>
    /// <exception cref="WrongUseException">There is another of this id.</exception>
    /// <exception cref="ChangedEffectException">The effect had other terms.</exception>
    public Task<bool> AddAsync(GiveawayTerms terms, EffectKey? effect, GiveawayState state, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var line = TermsText.Of(terms);
            var known = await transaction.ReadAsync(
                $"select * from giveaways_giveaway where id = {terms.Id} or (campaign = {effect?.Campaign} and occurrence = {effect?.Occurrence} and step = {effect?.Step})",
                StoredGiveaway.Read);
            if (known is [var before, ..])
            {
                if (before.Effect is { } done && done == effect)
                    return before.TermsLine == line ? false : throw new ChangedEffectException(done, $"\"{before.TermsLine}\" became \"{line}\".");

                if (before.State != GiveawayState.Planned || before.Effect is not null || effect is not null)
                    throw new WrongUseException($"There is a giveaway {terms.Id} already, and a name is given once. giveaways.show giveaway={terms.Id} shows it.");

                if (before.TermsLine == line)
                    return false;

                // Nothing of it was said, so nobody was promised anything: it begins anew.
                await transaction.WriteAsync($"delete from giveaways_log where giveaway = {terms.Id}");
                await transaction.WriteAsync($"delete from giveaways_giveaway where id = {terms.Id} and state = {States.Text(GiveawayState.Planned)}");
            }

            await transaction.WriteAsync(
                $"""
                insert into giveaways_giveaway (id, state, terms, campaign, occurrence, step, created_at, closes_at)
                values ({terms.Id}, {States.Text(state)}, {line}, {effect?.Campaign}, {effect?.Occurrence}, {effect?.Step}, {clock.GetUtcNow()}, {terms.ClosesAt})
                """);
            await ChainLog.AppendAsync(transaction, terms.Id, "planned", clock.GetUtcNow(), json => json.WriteString("terms", Hex.DigestOf(line)));
            return true;
        },
        cancel);

    /// <exception cref="WrongUseException">There is none of this id.</exception>
    public async Task<StoredGiveaway> ReadAsync(string id, CancellationToken cancel) => await FindAsync(id, cancel) ?? throw new WrongUseException(
        $"There is no giveaway \"{id}\".{Nearest.Hint(id, [.. (await ReadAllAsync(cancel)).Select(giveaway => giveaway.Id)])} giveaways.list shows those there are.");

    public async Task<StoredGiveaway?> FindAsync(string id, CancellationToken cancel) =>
        await store.ReadAsync($"select * from giveaways_giveaway where id = {id}", StoredGiveaway.Read, cancel) is [var found] ? found : null;

    /// <summary>All, the newest first.</summary>
    public Task<IReadOnlyList<StoredGiveaway>> ReadAllAsync(CancellationToken cancel) =>
        store.ReadAsync($"select * from giveaways_giveaway order by created_at desc, id", StoredGiveaway.Read, cancel);

    /// <summary>Those of which something is still to be done.</summary>
    public Task<IReadOnlyList<StoredGiveaway>> ReadGoingAsync(CancellationToken cancel) => store.ReadAsync(
        $"select * from giveaways_giveaway where state <> 'closed' and state <> 'planned' order by created_at, id", StoredGiveaway.Read, cancel);

    /// <summary>Moves a giveaway from one state into another, with all that belongs to it.</summary>
    /// <returns>Whether it was in that state: else somebody else has moved it, and nothing is changed.</returns>
    public Task<bool> MoveAsync(
        StoredGiveaway giveaway,
        GiveawayState to,
        Func<IStoreTransaction, Task> more,
        string step,
        Action<Utf8JsonWriter> fields,
        CancellationToken cancel) => MoveAsync(giveaway, to, more, step, fields, clock.GetUtcNow(), cancel);

    /// <inheritdoc cref="MoveAsync(StoredGiveaway, GiveawayState, Func{IStoreTransaction, Task}, string, Action{Utf8JsonWriter}, CancellationToken)"/>
    public Task<bool> MoveAsync(
        StoredGiveaway giveaway,
        GiveawayState to,
        Func<IStoreTransaction, Task> more,
        string step,
        Action<Utf8JsonWriter> fields,
        DateTimeOffset at,
        CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var moved = await transaction.WriteAsync(
                $"update giveaways_giveaway set state = {States.Text(to)}, problem = '' where id = {giveaway.Id} and state = {States.Text(giveaway.State)} and naming = {(long)giveaway.Naming}");
            if (moved == 0)
                return false;

            await more(transaction);
            if (step.Length > 0)
                await ChainLog.AppendAsync(transaction, giveaway.Id, step, at, fields);

            return true;
        },
        cancel);

    /// <summary>Notes what stands against going on; empty: nothing does. What is noted already is not written again.</summary>
    public async Task NoteProblemAsync(string id, string problem, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } giveaway && giveaway.Problem != problem)
            await store.WriteAsync($"update giveaways_giveaway set problem = {problem} where id = {id}", cancel);
    }

    public Task<IReadOnlyList<StoredAward>> ReadAwardsAsync(string id, CancellationToken cancel) =>
        store.ReadAsync($"select * from giveaways_award where giveaway = {id} order by number, turn", StoredAward.Read, cancel);

    /// <summary>Those who have entered; by the time at which they did.</summary>
    public Task<IReadOnlyList<Entrant>> ReadEntrantsAsync(string id, CancellationToken cancel) =>
        store.ReadAsync($"select * from giveaways_entrant where giveaway = {id} order by entered_at, id", Entrant.Read, cancel);

    public async Task<Entrant> ReadEntrantAsync(string id, string entrant, CancellationToken cancel) =>
        (await store.ReadAsync($"select * from giveaways_entrant where giveaway = {id} and id = {entrant}", Entrant.Read, cancel))[0];

    public static async Task AddEntrantsAsync(IStoreTransaction transaction, string giveaway, IReadOnlyList<Entrant> entrants)
    {
        for (var from = 0; from < entrants.Count; from += RowsAtOnce)
            await transaction.WriteAsync(Insert(giveaway, entrants, from, Math.Min(from + RowsAtOnce, entrants.Count)));
    }

    private static Sql Insert(string giveaway, IReadOnlyList<Entrant> entrants, int from, int to)
    {
        var insert = new Sql(0, (to - from) * 12);
        insert.AppendLiteral("insert into giveaways_entrant (giveaway, id, profile, handle, name, entered_at, answers, remote_id, text, takes_part, reason, evidence) values ");
        for (var place = from; place < to; place++)
        {
            var entrant = entrants[place];
            insert.AppendLiteral(place == from ? "(" : ", (");
            insert.AppendFormatted(giveaway);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Id);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Profile);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Handle);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Name);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.EnteredAt);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)entrant.Answers);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.RemoteId);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Text);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.TakesPart);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Reason);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(entrant.Evidence);
            insert.AppendLiteral(")");
        }

        return insert;
    }
}
