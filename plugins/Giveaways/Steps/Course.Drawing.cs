using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Randomness;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>The round has come: it orders the list, once.</summary>
internal sealed partial class Course
{
    /// <summary>Draws by the round that was named.</summary>
    /// <param name="handed">What a person has brought; null asks the beacon.</param>
    /// <exception cref="WrongUseException">It is not committed, or the round has not come.</exception>
    /// <exception cref="PluginHostException">Not enough hosts agree, or the list is not the one that was published.</exception>
    public async Task DrawAsync(StoredGiveaway giveaway, BeaconRound? handed, CancellationToken cancel)
    {
        RefuseToDraw(giveaway);
        var list = await ReadListAsync(giveaway, cancel);
        var said = handed is null ? await beacon.ReadAsync(giveaway.Round, cancel) : await beacon.CheckAsync(handed, cancel);
        var order = Draw.Order(list, said.Randomness);
        var winners = order.Take(giveaway.Terms.Prizes.Count).ToList();
        await table.MoveAsync(
            giveaway,
            GiveawayState.Drawn,
            async transaction =>
            {
                await transaction.WriteAsync($"update giveaways_giveaway set signature = {said.Signature}, beacon = {said.Beacon} where id = {giveaway.Id}");
                for (var place = 0; place < winners.Count; place++)
                    await OfferAsync(transaction, giveaway, place + 1, 1, winners[place], place + 1);
            },
            "drawn",
            json =>
            {
                json.WriteNumber("round", said.Round);
                json.WriteString("signature", said.Signature);
                json.WriteString("randomness", Hex.Of(said.Randomness));
                json.WriteString("beacon", said.Beacon);
                json.WriteStartArray("sources");
                foreach (var source in said.Sources)
                    json.WriteStringValue(source);

                json.WriteEndArray();
                json.WriteBoolean("blsVerified", false);
                json.WriteStartArray("winners");
                foreach (var winner in winners)
                    json.WriteStringValue(winner);

                json.WriteEndArray();
            },
            cancel);
    }

    private void RefuseToDraw(StoredGiveaway giveaway)
    {
        if (giveaway.State != GiveawayState.Committed)
            throw NotNow(giveaway, "is drawn", GiveawayState.Committed);

        var comes = Quicknet.TimeOf(giveaway.Round);
        if (Now < comes)
            throw new WrongUseException(string.Create(CultureInfo.InvariantCulture, $"Round {giveaway.Round} decides about {giveaway.Id}, and comes at {Wall(comes)}."));
    }

    /// <summary>The list as it was published.</summary>
    /// <exception cref="PluginHostException">It was changed since.</exception>
    public async Task<EntrantList> ReadListAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        var ids = await table.Store.ReadAsync($"select id from giveaways_entrant where giveaway = {giveaway.Id} and takes_part = 1", row => row.Text("id"), cancel);
        var list = EntrantList.Of(ids);
        return list.DigestText == giveaway.ListDigest
            ? list
            : throw new PluginHostException(
                $"The list of {giveaway.Id} is not the one that was frozen: its digest is {list.DigestText}, and {giveaway.ListDigest} was. Nothing is drawn by it. "
                + "Compare with a backup of the workspace.");
    }

    private static Task<int> OfferAsync(IStoreTransaction transaction, StoredGiveaway giveaway, int number, int turn, string entrant, int place) => transaction.WriteAsync(
        $"""
        insert into giveaways_award (giveaway, number, turn, entrant, place, state)
        values ({giveaway.Id}, {(long)number}, {(long)turn}, {entrant}, {(long)place}, {States.Text(AwardState.Offered)})
        """);
}
