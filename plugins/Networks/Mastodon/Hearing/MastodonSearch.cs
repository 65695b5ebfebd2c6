using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>
/// What the server sees of what is said in public. No server looks for words in all of it, so all of it is told: its public timeline, and what its stream brings that comes late. Where hashtags alone are wanted, their
/// timeline is enough.
/// </summary>
internal sealed class MastodonSearch(IHost host, Connection connection, KnownServers servers, Forward forward) : Search
{
    private const string What = "what is said in public";
    private const int BackwardsAtFirst = 5;
    private const int MostStreams = 20;
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, Square> _squares = new(StringComparer.Ordinal);

    public override async Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel)
    {
        var session = await connection.Sessions.RequireAsync(profile, cancel);
        var server = await servers.ReadAsync(profile, cancel);
        var wanted = Wanted.Of(query);
        var square = await SquareOfAsync(profile, wanted);
        await square.Bell.OpenAsync(server, session, cancel);
        var until = host.Clock.GetUtcNow() + Waits;
        while (true)
        {
            var page = await ReadListAsync(profile, server, wanted, square, cursor, cancel);
            if (page.Posts.Count > 0 || page.Cursor != cursor || !await HearAsync(square, Place.Read(cursor), until, cancel))
                return page;
        }
    }

    private async Task<PublicPostPage> ReadListAsync(Profile profile, Server server, Wanted wanted, Square square, string? cursor, CancellationToken cancel)
    {
        var place = Place.Read(cursor);
        await HearWhatIsThereAsync(square, place, cancel);
        var (items, reaches) = await forward.ReadAsync(profile, server, wanted.List, What, place, BackwardsAtFirst, cancel);
        var told = items.Select(item => item.Text("id")).ToHashSet(StringComparer.Ordinal);
        var late = square.Late.After(place).Where(item => told.Add(item.Text("id"))).ToList();
        var posts = items.Concat(late).Select(item => Read(item, server)).OfType<PublicPost>().OrderBy(post => post.At).ToList();
        foreach (var id in told)
            square.Told.Add(id);

        var end = place ?? new Place();
        if (items.Count > 0)
            end = end with { Id = items[^1].Text("id"), At = items[^1].Instant("created_at") ?? end.At };

        end = square.Late.Mark(end);
        return new PublicPostPage
        {
            Posts = posts,
            Cursor = end == (place ?? new Place()) ? cursor : end.ToString(),
            Gap = reaches ? "" : $"{server.Address.Authority} had said more since the last look than it lets anybody read back",
        };
    }

    private static async Task HearWhatIsThereAsync(Square square, Place? place, CancellationToken cancel)
    {
        while (await HearAsync(square, place, DateTimeOffset.MinValue, cancel))
        {
            // What is there already is taken in.
        }
    }

    // Rings for what the list will tell. What is older than its end it would never tell: it stands in the order of when it was said.
    private static async Task<bool> HearAsync(Square square, Place? place, DateTimeOffset until, CancellationToken cancel)
    {
        while (await square.Bell.NextAsync(until, cancel) is { } message)
        {
            if (message.Event != "update")
                continue;

            var status = message.Body;
            if (square.Told.Has(status.Text("id")))
                continue;

            if (place is not null && status.Instant("created_at") < place.At)
                square.Late.Add(status);

            return true;
        }

        return false;
    }

    private static PublicPost? Read(JsonElement status, Server server)
    {
        if (Outcomes.Sent(status) is not { } sent || status.At("reblog").ValueKind == JsonValueKind.Object)
            return null;

        return new PublicPost
        {
            RemoteId = sent.RemoteId,
            Handle = server.HandleOf(status.Text("account", "acct")),
            Name = status.Text("account", "display_name"),
            Text = TextOf(status),
            Language = status.Text("language"),
            At = sent.At,
            Link = sent.Link,
        };
    }

    // A warning and the options of a poll are said as well: who listens for a word listens for it there.
    private static string TextOf(JsonElement status) => string.Join(
        "\n\n",
        new[] { status.Text("spoiler_text"), SaidText.OfHtml(status.Text("content")) }
            .Concat(status.Items("poll", "options").Select(option => option.Text("title")))
            .Where(text => text.Length > 0));

    private async Task<Square> SquareOfAsync(Profile profile, Wanted wanted)
    {
        var name = $"{profile.Name} {wanted.List}";
        if (_squares.TryGetValue(name, out var known))
            return known;

        // Queries come and go; a stream of one that is gone is nobody's.
        if (_squares.Count >= MostStreams)
        {
            foreach (var old in _squares.Values)
                await old.Bell.DisposeAsync();

            _squares.Clear();
        }

        return _squares[name] = new Square(new Doorbell(host, connection, profile, wanted.Stream), new Aside<JsonElement>($"{host.Random.NewId():N}"), new Recent());
    }

    private sealed record Square(Doorbell Bell, Aside<JsonElement> Late, Recent Told);
}
