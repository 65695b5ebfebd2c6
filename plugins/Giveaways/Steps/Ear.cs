using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>
/// Hears what people answer on the profiles of giveaways that go on, page by page. What was heard and how far are committed together, so that nothing is heard twice or
/// left out, and the end is known: a network that has no more to tell says so by an empty page.
/// </summary>
internal sealed class Ear(IHost host, GiveawayTable table)
{
    /// <summary>Listens until the networks have no more to tell.</summary>
    /// <returns>When the next event comes, where a network knows.</returns>
    public async Task<DateTimeOffset?> ListenAsync(CancellationToken cancel)
    {
        var going = await table.ReadGoingAsync(cancel);
        if (going.Count == 0)
            return null;

        var now = host.Clock.GetUtcNow();
        var since = going.Min(giveaway => giveaway.CreatedAt);
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        DateTimeOffset? quiet = DateTimeOffset.MaxValue;
        foreach (var name in going.SelectMany(giveaway => giveaway.Terms.Announcement).Select(variant => variant.Profile).Distinct())
        {
            var until = await ListenAsync(profiles[name], since, cancel);
            quiet = until is null || quiet is null ? null : until < quiet ? until : quiet;
        }

        await table.Store.Relaxed.WriteAsync(
            $"update giveaways_giveaway set looked_at = {now} where state <> 'closed' and state <> 'planned' and created_at <= {now}", cancel);
        return quiet;
    }

    private async Task<DateTimeOffset?> ListenAsync(Profile profile, DateTimeOffset since, CancellationToken cancel)
    {
        var networks = await host.Services.GetAsync<INetworks>(cancel);
        var listen = (await networks.ForAsync(profile, cancel)).Listen ?? throw new PluginHostException(
            $"{profile.Network} does not tell what people answer {profile.Name}: nobody can enter there. Announce the giveaway on another profile.");
        while (true)
        {
            var known = await table.Store.ReadAsync($"select cursor from giveaways_source where profile = {profile.Name}", row => row.Text("cursor"), cancel);
            var cursor = known.Count > 0 ? known[0] : null;
            var page = await listen.ReadAsync(profile, cursor, cancel);
            if (page.Events.Count == 0 || page.Cursor == cursor)
                return page.QuietUntil;

            await table.Store.Relaxed.TransactAsync(transaction => KeepAsync(transaction, profile, cursor, page, since), cancel);
        }
    }

    // Somebody else may have read the same page: then it is kept already.
    private static async Task<int> KeepAsync(IStoreTransaction transaction, Profile profile, string? cursor, NetworkEventPage page, DateTimeOffset since)
    {
        var moved = cursor is null
            ? await transaction.WriteAsync($"insert into giveaways_source (profile, cursor) values ({profile.Name}, {page.Cursor}) on conflict (profile) do nothing")
            : await transaction.WriteAsync($"update giveaways_source set cursor = {page.Cursor} where profile = {profile.Name} and cursor = {cursor}");
        if (moved == 0)
            return 0;

        foreach (var happened in page.Events)
        {
            if (happened.Post is null || happened.At < since || happened.Kind is not (NetworkEventKind.Reply or NetworkEventKind.Repost))
                continue;

            await transaction.WriteAsync(
                $"""
                insert into giveaways_answer (profile, event, kind, handle, at, post, text, remote_id)
                values ({profile.Name}, {happened.Id}, {(happened.Kind == NetworkEventKind.Reply ? Rules.Answer.Reply : Rules.Answer.Repost)}, {happened.Handle},
                    {happened.At}, {happened.Post}, {happened.Text}, {happened.RemoteId})
                on conflict (profile, event) do nothing
                """);
        }

        return moved;
    }

    /// <summary>How often a step was answered, whichever part of a thread.</summary>
    public async Task<int> CountRepliesAsync(string giveaway, string step, CancellationToken cancel) => (int)(await table.Store.ReadAsync(
        $"""
        select count(*) as replies from giveaways_part s join giveaways_answer a on a.profile = s.profile and a.post = s.remote_id
        where s.giveaway = {giveaway} and s.step = {step} and a.kind = 'reply'
        """,
        row => row.Integer("replies"),
        cancel))[0];

    /// <summary>What people answered to what a giveaway has said in a step, whichever part of a thread, in the order of time.</summary>
    public Task<IReadOnlyList<Rules.Answer>> ReadAsync(string giveaway, string step, CancellationToken cancel) => table.Store.ReadAsync(
        $"""
        select a.profile as profile, s.step as saying, a.kind as kind, a.handle as handle, a.at as at, a.text as text, a.remote_id as remote_id
        from giveaways_part s join giveaways_answer a on a.profile = s.profile and a.post = s.remote_id
        where s.giveaway = {giveaway} and s.step = {step} order by a.at, a.event
        """,
        Rules.Answer.Read,
        cancel);
}
