using PluginHost.Campaigns;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>Written down, and announced: once, and as it was written down.</summary>
internal sealed partial class Course
{
    private const string AnnounceStep = "announce";

    /// <summary>Writes a giveaway down. Nothing is said.</summary>
    /// <exception cref="WrongUseException">It says what cannot be, or there is one of this id.</exception>
    public async Task<StoredGiveaway> PlanAsync(GiveawayTerms terms, EffectKey? effect, GiveawayState state, CancellationToken cancel)
    {
        if (effect is null || await table.FindAsync(terms.Id, cancel) is null)
            new TermsCheck(await host.Services.GetAsync<IProfiles>(cancel), host.Workspace.Zone, Now).Refuse(terms);

        await table.AddAsync(terms, effect, state, cancel);
        Refresh();
        return await table.ReadAsync(terms.Id, cancel);
    }

    /// <summary>Begins to announce what is written down.</summary>
    public async Task BeginAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        RefuseToAnnounce(giveaway);
        if (giveaway.State == GiveawayState.Planned)
            await table.MoveAsync(giveaway, GiveawayState.Announcing, _ => Task.CompletedTask, "", _ => { }, cancel);

        await AnnounceAsync(await table.ReadAsync(giveaway.Id, cancel), cancel);
    }

    private void RefuseToAnnounce(StoredGiveaway giveaway)
    {
        if (giveaway.State == GiveawayState.Planned && giveaway.ClosesAt <= Now)
            throw new WrongUseException($"{giveaway.Id} would close before anybody can enter. Change \"closes:\" in its file, and giveaways.plan writes it down anew.");

        if (giveaway.State is not (GiveawayState.Planned or GiveawayState.Announcing))
            throw new WrongUseException($"{giveaway.Id} was announced before: it is {States.Text(giveaway.State)}. A giveaway is announced once.");
    }

    private async Task AnnounceAsync(StoredGiveaway giveaway, CancellationToken cancel)
    {
        if ((await _sayings.ReadAsync(giveaway.Id, AnnounceStep, cancel)).Count == 0)
        {
            var variants = await _sayings.FitAsync(giveaway.Terms.Announcement, cancel);
            await table.Store.TransactAsync(
                async transaction =>
                {
                    await Sayings.PrepareAsync(transaction, giveaway.Id, AnnounceStep, variants);
                    return 0;
                },
                cancel);
        }

        var said = await _sayings.PublishAsync(giveaway, AnnounceStep, cancel);
        if (said.Out.Count == 0 || said.IsWaiting)
            throw new PluginHostException(
                $"{giveaway.Id} is not announced: {said.Problem}.{(said.IsRefused ? $" giveaways.close giveaway={giveaway.Id} ends it; write it down anew, in a file of another name." : "")}");

        await table.MoveAsync(giveaway, GiveawayState.Open, _ => Task.CompletedTask, "announced", json => WritePosts(json, said), cancel);
        await table.NoteProblemAsync(giveaway.Id, said.Problem, cancel);

        // From now on it is listened to.
        await CollectAsync(cancel);
    }

    private static void WritePosts(System.Text.Json.Utf8JsonWriter json, Said said)
    {
        json.WriteStartArray("posts");
        foreach (var saying in said.Out)
        {
            json.WriteStartObject();
            json.WriteString("profile", saying.Profile);
            json.WriteString("post", saying.Link ?? saying.RemoteId);
            json.WriteString("at", saying.SentAt!.Value.UtcDateTime.ToString(Logs.ChainLog.Instant, System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
