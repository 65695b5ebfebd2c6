using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>What people do, as a test says. The cursor is a count.</summary>
internal sealed class FakeListen : Listen
{
    public Dictionary<string, List<NetworkEvent>> Happened { get; } = [];

    public void Reply(string profile, string id, string post, string text) => Add(profile, new NetworkEvent
    {
        Id = id,
        Kind = NetworkEventKind.Reply,
        Handle = "ann",
        At = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
        Post = post,
        Text = text,
        RemoteId = $"reply-{id}",
    });

    public void Follow(string profile, string id) => Add(profile, new NetworkEvent { Id = id, Kind = NetworkEventKind.Follow, Handle = "bob", At = default });

    public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        lock (Happened)
        {
            var all = Happened.GetValueOrDefault(profile.Name) ?? [];
            var begin = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            return Task.FromResult(new NetworkEventPage { Events = all[begin..], Cursor = all.Count.ToString(CultureInfo.InvariantCulture) });
        }
    }

    private void Add(string profile, NetworkEvent happened)
    {
        lock (Happened)
        {
            if (!Happened.TryGetValue(profile, out var list))
                Happened[profile] = list = [];

            list.Add(happened);
        }
    }
}
