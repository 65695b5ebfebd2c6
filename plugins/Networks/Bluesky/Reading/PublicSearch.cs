using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// What anybody says in public, as the network's search finds it: a question for each word, newest first, back to what was told before. It looks for whole words, and cannot tell everything;
/// what it cannot do it says, because a listener who hears less than was asked for would not know.
/// </summary>
internal sealed class PublicSearch(Account account, string everything, TimeProvider clock) : Search
{
    // What clients planned ahead, or sent while they were off line, counts as said back then, and is found late.
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(5);

    // The first time: what was before is history.
    private const int MostAtFirst = 1_000;
    private static readonly TimeSpan AtFirst = TimeSpan.FromDays(1);

    public override async Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel)
    {
        var place = ReadingPlace.Read(cursor);
        var oldest = place?.From ?? clock.GetUtcNow() - AtFirst;
        var told = new Dictionary<string, PublicPost>(StringComparer.Ordinal);
        foreach (var question in QuestionsFor(query))
        {
            var seen = 0;
            await foreach (var one in Pages.ReadAsync(account, profile, $"app.bsky.feed.searchPosts?q={Uri.EscapeDataString(question)}&sort=latest", "posts", cancel))
            {
                if (PostOf(one) is not { } post)
                    continue;

                if (post.At < oldest || (place is null && ++seen > MostAtFirst))
                    break;

                if (place?.Knows(post.RemoteId, post.At) is not true)
                    told.TryAdd(post.RemoteId, post);
            }
        }

        return told.Count == 0
            ? new PublicPostPage { Posts = [], Cursor = cursor }
            : new PublicPostPage
            {
                Posts = [.. told.Values.OrderBy(post => post.At).ThenBy(post => post.RemoteId, StringComparer.Ordinal)],
                Cursor = $"{ReadingPlace.After(place, [.. told.Values.Select(post => (post.RemoteId, post.At))], Stretch)}",
            };
    }

    private IReadOnlyCollection<string> QuestionsFor(PublicQuery query)
    {
        var questions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in query.AnyOf)
        {
            if (word.EndsWith('*'))
                return [Everything($"words that begin with {word}")];

            if (word.StartsWith("from:", StringComparison.Ordinal))
                questions.Add(word);
            else if (word.Trim('@', '#') is { Length: > 0 } bare)
                questions.Add(word[0] == '#' ? word : bare);
        }

        return query.AnyOf.Count == 0 ? [Everything("everything")] : questions;
    }

    private string Everything(string wanted) => everything.Length > 0 ? everything : throw new PluginHostException(
        $"Listening on Bluesky asks for {wanted}, and its search finds whole words alone. Set listen: jetstream in the settings of the plugin bluesky, or take that out of the queries.");

    private static PublicPost? PostOf(JsonElement one)
    {
        if (AtUri.Read(Json.Text(one, "uri")) is not { } uri || AtInstant.Read(Json.Text(one, "indexedAt")) is not { } indexed)
            return null;

        var record = Json.At(one, "record");

        // As the network sorts: when its author says, but not later than it was seen.
        var at = AtInstant.Read(Json.Text(record, "createdAt")) is { } created && created < indexed ? created : indexed;
        return new PublicPost
        {
            RemoteId = $"{uri}",
            Handle = People.HandleOf(Json.At(one, "author")),
            Name = Json.Text(one, "author", "displayName"),
            Text = Json.Text(record, "text"),
            Language = Json.Items(record, "langs") is [{ ValueKind: JsonValueKind.String } language, ..] ? language.GetString()! : "",
            At = at,
            Link = uri.Link,
        };
    }
}
