using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>What happens to a profile: the server's notifications, oldest first, and what is taken back, where the server streams. Where nothing has happened, it waits a little for the stream to ring.</summary>
internal sealed class MastodonListen(IHost host, Connection connection, KnownServers servers, Forward forward) : Listen
{
    private const string What = "its notifications";
    private const int BackwardsAtFirst = 10;
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(20);
    private static readonly string List = $"/api/v1/notifications?limit=80{string.Concat(Notification.Types.Select(type => $"&types[]={type}"))}";
    private readonly Dictionary<string, Ear> _ears = new(StringComparer.Ordinal);

    public override async Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        var session = await connection.Sessions.RequireAsync(profile, cancel);
        var server = await servers.ReadAsync(profile, cancel);
        if (!_ears.TryGetValue(profile.Name, out var ear))
            _ears[profile.Name] = ear = new Ear(new Doorbell(host, connection, profile, "user"), new Aside<NetworkEvent>($"{host.Random.NewId():N}"), new Authors());

        // Open before the list is read: what happens in between rings.
        await ear.Bell.OpenAsync(server, session, cancel);
        if (ear.Bell.IsOpen && ear.Authors.Count == 0 && cursor is not null)
            await RememberAsync(profile, server, session, ear, cancel);

        var until = host.Clock.GetUtcNow() + Waits;
        while (true)
        {
            var page = await ReadListAsync(profile, server, session, cursor, ear, cancel);
            if (page.Events.Count > 0 || page.Cursor != cursor || !await RingsAsync(ear, until, cancel))
                return page;
        }
    }

    /// <summary>Whether a profile is listened to by streaming; null where nobody listens to it here.</summary>
    public Doorbell? BellOf(Profile profile) => _ears.GetValueOrDefault(profile.Name)?.Bell;

    private async Task<NetworkEventPage> ReadListAsync(Profile profile, Server server, Session session, string? cursor, Ear ear, CancellationToken cancel)
    {
        var place = Place.Read(cursor);
        var (items, _) = await forward.ReadAsync(profile, server, List, What, place, BackwardsAtFirst, cancel);
        var events = items.Select(item => Notification.Read(item, server, session)).OfType<NetworkEvent>().ToList();
        ear.Authors.Remember(events);
        events.AddRange(ear.TakenBack.After(place));
        var end = place ?? new Place();
        if (items.Count > 0)
            end = end with { Id = items[^1].Text("id"), At = items[^1].Instant("created_at") ?? end.At };

        end = ear.TakenBack.Mark(end);
        return new NetworkEventPage { Events = events, Cursor = end == (place ?? new Place()) ? cursor : end.ToString() };
    }

    // Whether there is something to read.
    private async Task<bool> RingsAsync(Ear ear, DateTimeOffset until, CancellationToken cancel)
    {
        while (await ear.Bell.NextAsync(until, cancel) is { } message)
        {
            if (message.Event == "notification")
                return true;

            if (message.Event == "delete" && ear.Authors.Of(message.Payload) is { } author)
            {
                ear.TakenBack.Add(new NetworkEvent
                {
                    Id = $"deletion {message.Payload}",
                    Kind = NetworkEventKind.Deletion,
                    Handle = author,
                    At = host.Clock.GetUtcNow(),
                    RemoteId = message.Payload,
                });
                return true;
            }
        }

        return false;
    }

    // A stream names what is taken back, and not who had said it: what was told before this process began is read once more.
    private async Task RememberAsync(Profile profile, Server server, Session session, Ear ear, CancellationToken cancel)
    {
        var (items, _) = await forward.ReadAsync(profile, server, List, What, null, 1, cancel);
        ear.Authors.Remember(items.Select(item => Notification.Read(item, server, session)).OfType<NetworkEvent>());
    }

    private sealed record Ear(Doorbell Bell, Aside<NetworkEvent> TakenBack, Authors Authors);
}
