using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>
/// Reads forwards what servers tell newest first. Mastodon gives the page right after an item (<c>min_id</c>). Others give the newest page, or do not know the item any more; there
/// it is read backwards until the item comes, or what is older: rather something twice, which is known by its id, than something never.
/// </summary>
internal sealed class Forward(Connection connection)
{
    private const int MostPages = 20;

    /// <summary>What came after a place, oldest first, and whether it reaches back to it.</summary>
    /// <param name="list">The list: its path with what it is asked for, and a <c>limit</c> among that.</param>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="backwards">How many pages it is read backwards where there is no place.</param>
    public async Task<(IReadOnlyList<JsonElement> Items, bool Reaches)> ReadAsync(
        Profile profile, Server server, string list, string what, Place? after, int backwards, CancellationToken cancel)
    {
        var place = after is { Id.Length: > 0 } ? after : null;
        var items = new List<JsonElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var path = place is null ? list : $"{list}&min_id={Uri.EscapeDataString(place.Id)}";
        for (var pages = 1; ; pages++)
        {
            var page = await connection.AskAsync(profile, path, what, cancel);
            if (page.Body.ValueKind != JsonValueKind.Array)
                throw connection.Trouble(profile, page, what);

            var isEnd = Take(page.Body.Items(), items, seen, place, trustsOrder: pages == 1 && server.IsMastodon);
            if (isEnd || (place is not null && server.IsMastodon))
                return (Oldest(items), true);

            if (pages == (place is null ? backwards : MostPages))
                return (Oldest(items), place is null);

            path = PageLinks.Next(page, server.Address) is { } next && place is null ? next : $"{list}&max_id={Uri.EscapeDataString(items[^1].Text("id"))}";
        }
    }

    // Whether nothing older is wanted, or there is nothing new.
    private static bool Take(IReadOnlyList<JsonElement> page, List<JsonElement> items, HashSet<string> seen, Place? place, bool trustsOrder)
    {
        var before = items.Count;
        foreach (var item in page)
        {
            if (item.TextOrNull("id") is not { } id)
                continue;

            if (place is not null && (id == place.Id || (!trustsOrder && item.Instant("created_at") < place.At)))
                return true;

            if (seen.Add(id))
                items.Add(item);
        }

        return items.Count == before;
    }

    // By their instants where a server mixes them up; else as the server has them.
    private static IReadOnlyList<JsonElement> Oldest(List<JsonElement> items) =>
        [.. Enumerable.Reverse(items).OrderBy(item => item.Instant("created_at") ?? DateTimeOffset.MinValue)];
}
