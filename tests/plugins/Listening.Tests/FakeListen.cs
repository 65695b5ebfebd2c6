using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Listening.Tests;

/// <summary>What happens to profiles, as a test has it. The cursor is a count.</summary>
internal sealed class FakeListen : Listen
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<NetworkEvent>> _happened = [];

    public void Reply(string profile, string id, string text, DateTimeOffset at) => Add(
        profile, new NetworkEvent { Id = $"e{id}", Kind = NetworkEventKind.Reply, Handle = "ann", At = at, Post = "1", Text = text, RemoteId = id });

    public void Like(string profile, string id, DateTimeOffset at) =>
        Add(profile, new NetworkEvent { Id = $"e{id}", Kind = NetworkEventKind.Like, Handle = "ann", At = at, Post = "1" });

    public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
    {
        lock (_gate)
        {
            var all = _happened.GetValueOrDefault(profile.Name) ?? [];
            var begin = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            return Task.FromResult(new NetworkEventPage { Events = all[begin..], Cursor = all.Count.ToString(CultureInfo.InvariantCulture) });
        }
    }

    private void Add(string profile, NetworkEvent happened)
    {
        lock (_gate)
        {
            if (!_happened.TryGetValue(profile, out var list))
                _happened[profile] = list = [];

            list.Add(happened);
        }
    }
}
