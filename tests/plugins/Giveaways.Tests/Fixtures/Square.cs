using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>A network where people do what a test says.</summary>
internal sealed class Square(TimeProvider clock) : Network
{
    private const int PageSize = 3;

    private readonly List<(string Profile, NetworkEvent Event)> _events = [];

    public Dictionary<string, Person> Known { get; } = [];

    public List<string> Followers { get; } = [];

    public List<string>? Reposters { get; set; }

    public bool IsDeaf { get; set; }

    public override Listen? Listen => IsDeaf ? null : new Ears(_events, clock);

    public override People People => new Crowd(this);

    public void Say(string profile, string handle, string post, string text) => Say(profile, handle, post, text, clock.GetUtcNow());

    public void Say(string profile, string handle, string post, string text, DateTimeOffset at) => Add(profile, handle, NetworkEventKind.Reply, post, text, at);

    public void Repost(string profile, string handle, string post) => Add(profile, handle, NetworkEventKind.Repost, post, "", clock.GetUtcNow());

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => throw new NotSupportedException();

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => throw new NotSupportedException();

    private void Add(string profile, string handle, NetworkEventKind kind, string post, string text, DateTimeOffset at)
    {
        var number = (_events.Count + 1).ToString(CultureInfo.InvariantCulture);
        _events.Add((profile, new NetworkEvent { Id = $"e{number}", Kind = kind, Handle = handle, At = at, Post = post, Text = text, RemoteId = kind == NetworkEventKind.Reply ? $"r{number}" : null }));
    }

    private sealed class Ears(List<(string Profile, NetworkEvent Event)> events, TimeProvider clock) : Listen
    {
        public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel)
        {
            var after = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            var page = events.Select((happened, place) => (happened, Place: place + 1))
                .Where(each => each.Place > after && each.happened.Profile == profile.Name && each.happened.Event.At <= clock.GetUtcNow()).Take(PageSize).ToList();
            return Task.FromResult(new NetworkEventPage
            {
                Events = [.. page.Select(each => each.happened.Event)],
                Cursor = page.Count == 0 ? cursor : page[^1].Place.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private sealed class Crowd(Square square) : People
    {
        public override Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel) =>
            Task.FromResult<Person?>(square.Known.GetValueOrDefault(handle) ?? new Person { Handle = handle, Id = $"id:{handle}" });

        public override Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>(square.Followers);

        public override Task<IReadOnlyList<string>?> RepostersAsync(Profile profile, string remoteId, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<string>?>(square.Reposters);
    }
}
