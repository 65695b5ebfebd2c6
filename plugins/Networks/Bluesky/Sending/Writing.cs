using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// Makes records of posts: resolves who is mentioned, hands over pictures, points at what is answered. A part of a thread becomes the same bytes whether it is written with the others or alone
/// after them, so that sending it once more changes nothing.
/// </summary>
internal sealed class Writing(Account account, Posts posts, Handles handles, TimeProvider clock)
{
    // Readers sort a thread by these times (bluesky-social/social-app#5960).
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>Makes the records of a post and of what follows it in its thread.</summary>
    /// <exception cref="StoppedException">It cannot be published, or not now.</exception>
    /// <exception cref="HttpRequestException">No answer came. Nothing was published.</exception>
    public async Task<IReadOnlyList<WrittenPost>> WriteAsync(Session session, Outgoing post, SendKey key, NetworkRules rules, CancellationToken cancel)
    {
        var answered = post.InReplyTo is { } named ? await posts.AnsweredAsync(post.Profile, named, cancel) : null;
        var follows = post.ThreadRoot is not null;
        var written = new List<WrittenPost>(1 + post.Rest.Count);
        foreach (var part in post.Rest.Prepend(new OutgoingPart { Post = post, Key = key }))
        {
            var record = await RecordAsync(part.Post, answered, follows, rules, cancel);
            var json = record.ToJson();
            var uri = new AtUri { Repo = session.Account, Collection = Collections.Post, Name = PostKey.Of(part.Key, part.Post.PlannedAt) };
            var one = new WrittenPost { Uri = uri, Record = json, Cid = Cid.Of(DagCbor.Encode(Json.Read(json))), At = record.At };
            written.Add(one);

            var self = new RecordRef { Uri = $"{uri}", Cid = one.Cid };
            answered = new Answered { Post = self, Root = answered?.Root ?? self, At = one.At };
            follows = true;
        }

        return written;
    }

    private async Task<PostRecord> RecordAsync(Outgoing post, Answered? answered, bool follows, NetworkRules rules, CancellationToken cancel)
    {
        var text = PostText.Of(post.Text, rules);
        var at = PostKey.Frozen(post.PlannedAt);
        return new PostRecord
        {
            Text = text,
            People = await PeopleAsync(post.Profile, text, cancel),
            Language = post.Language,
            At = follows && answered is not null && at < answered.At + Step ? answered.At + Step : at,
            Answers = answered,
            Embed = Embed.Of(await MediaAsync(post, cancel), post.Extras.Quotes is { } quoted ? await posts.QuotedAsync(post.Profile, quoted, cancel) : null),
        };
    }

    // Somebody whom nobody knows is not mentioned: the text stays.
    private async Task<Dictionary<string, string>> PeopleAsync(Profile profile, PostText text, CancellationToken cancel)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var handle in text.Facets.Where(facet => facet.Kind == FacetKind.Mention).Select(facet => facet.To).Distinct())
        {
            if (await handles.AccountOfAsync(profile, handle, cancel) is { } account)
                people.Add(handle, account);
        }

        return people;
    }

    private async Task<byte[]?> MediaAsync(Outgoing post, CancellationToken cancel)
    {
        if (post.Media.Count == 0)
            return post.Extras.Card is { } card ? Embed.OfCard(card) : null;

        var blobs = new List<JsonElement>(post.Media.Count);
        foreach (var medium in post.Media)
        {
            // The same bytes are the same file, however often they are handed over.
            var answer = await account.UploadAsync(post.Profile, medium, cancel);
            var blob = Json.At(answer.Body, "blob");
            blobs.Add(answer.IsSuccess && blob.ValueKind == JsonValueKind.Object ? blob : throw Outcomes.Stopped(answer, $"{medium.Name} was not taken", clock.GetUtcNow()));
        }

        return Embed.OfMedia(post.Media, blobs);
    }
}
