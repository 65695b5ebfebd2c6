using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// What happens to a profile, as its notifications tell it. They come newest first and are read back to what was told before. That somebody has taken something back they do not tell: it is
/// just no longer there.
/// </summary>
internal sealed class Notifications(Account account, TimeProvider clock) : Listen
{
    // A notification is dated by its author: by createdAt, where that is earlier than when it was seen (the AppView sorts and tells by the lesser of the two). What was written on a train, planned, or by a
    // clock that is slow comes hours behind the newest.
    private static readonly TimeSpan Stretch = TimeSpan.FromHours(24);

    // To read a day again costs a busy profile many requests, so it is done now and then; in between, what is new and a page of what was before.
    private static readonly TimeSpan BetweenLongLooks = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(2);

    // The first time: what was before is history.
    private const int MostAtFirst = 10_000;

    private readonly Dictionary<string, DateTimeOffset> _longLooks = new(StringComparer.Ordinal);

    public override async Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        var place = ReadingPlace.Read(cursor);
        var now = clock.GetUtcNow();
        var isLong = !_longLooks.TryGetValue(profile.Name, out var last) || now - last >= BetweenLongLooks || now < last;
        var seen = 0;
        var told = new Dictionary<string, (DateTimeOffset At, NetworkEvent? Event)>(StringComparer.Ordinal);
        await foreach (var one in Pages.ReadAsync(account, profile, "app.bsky.notification.listNotifications", "notifications", cancel))
        {
            if (AtInstant.Read(Json.Text(one, "indexedAt")) is not { } at || Json.Text(one, "uri") is not { Length: > 0 } uri)
                continue;

            if (at < place?.From || (place is null && told.Count >= MostAtFirst))
                break;

            if (place?.Knows(uri, at) is not true)
                told.TryAdd(uri, (at, EventOf(one, uri, at)));

            if (++seen >= Pages.Size && !isLong && at < place?.Newest - Recent)
                break;
        }

        // One that was cut off is made up for.
        if (isLong)
            _longLooks[profile.Name] = now;

        return told.Count == 0
            ? new NetworkEventPage { Events = [], Cursor = cursor }
            : new NetworkEventPage
            {
                Events = [.. told.Values.Select(one => one.Event).OfType<NetworkEvent>().OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal)],
                Cursor = $"{ReadingPlace.After(place, [.. told.Select(one => (one.Key, one.Value.At))], Stretch)}",
            };
    }

    // Kinds that come some day are passed over, and not told again.
    private static NetworkEvent? EventOf(JsonElement one, string uri, DateTimeOffset at)
    {
        NetworkEventKind? known = Json.Text(one, "reason") switch
        {
            "reply" => NetworkEventKind.Reply,
            "mention" or "quote" => NetworkEventKind.Mention,
            "repost" => NetworkEventKind.Repost,
            "like" => NetworkEventKind.Like,
            "follow" => NetworkEventKind.Follow,
            _ => null,
        };
        if (known is not { } kind)
            return null;

        var isSaid = kind is NetworkEventKind.Reply or NetworkEventKind.Mention;
        var record = Json.At(one, "record");
        return new NetworkEvent
        {
            Id = uri,
            Kind = kind,
            Handle = People.HandleOf(Json.At(one, "author")),
            Name = Json.Text(one, "author", "displayName"),
            At = at,

            // What a reply's notification names is whatever of ours is above it; what it answers, it says itself.
            Post = Named(kind == NetworkEventKind.Reply ? Json.Text(record, "reply", "parent", "uri") : Json.Text(one, "reasonSubject")),
            Text = isSaid ? Json.Text(record, "text") : "",
            RemoteId = isSaid ? uri : null,
            Thread = isSaid ? Named(Json.Text(record, "reply", "root", "uri")) : null,
        };
    }

    private static string? Named(string uri) => uri.Length > 0 ? uri : null;
}
