using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>Whether a post that may have been sent is there. Its name is ours, so it is one question; that what stands there is ours too, its text and what it answers say.</summary>
internal sealed class OwnPosts(Posts posts, Sessions sessions) : LookUp
{
    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel) =>
        await FindAsync(await sessions.ForAsync(post.Profile, cancel), post, key, cancel);

    /// <summary>Looks for a post and, where it is there, for what follows it in its thread.</summary>
    /// <exception cref="Sdk.PluginHostException">It could not be asked.</exception>
    public async Task<LookUpResult> FindAsync(Session session, Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (await FindOneAsync(session, post, key, cancel) is not { } first)
            return new NotThere();

        // They were written at once, so where the last one is there, all are; else somebody has taken one away, or it was begun alone.
        var rest = new List<Sent>(post.Rest.Count);
        foreach (var part in post.Rest)
        {
            if (await FindOneAsync(session, part.Post, part.Key, cancel) is not { } sent)
                break;

            rest.Add(sent);
        }

        return new Found { Sent = first with { Rest = rest } };
    }

    private async Task<Sent?> FindOneAsync(Session session, Outgoing post, SendKey key, CancellationToken cancel)
    {
        var uri = new AtUri { Repo = session.Account, Collection = Collections.Post, Name = PostKey.Of(key, post.PlannedAt) };
        XrpcAnswer answer;
        try
        {
            answer = await posts.AskAsync(post.Profile, uri, cancel);
        }
        catch (HttpRequestException error)
        {
            throw CannotSpeak.Because($"whether {uri} is there could not be asked: {error.Message}", error);
        }

        if (answer.IsMissing)
            return null;

        if (!answer.IsSuccess || Json.Text(answer.Body, "value", "createdAt") is not { Length: > 0 } at)
            throw Account.Trouble(answer);

        // Whatever stands at the place of ours and is another one: ours is not there, and never will be.
        var record = Json.At(answer.Body, "value");
        var isOurs = Json.Text(record, "text") == PostText.Of(post.Text, BlueskyRules.Rules).Text
            && (post.InReplyTo is null || Answers(post.InReplyTo, Json.Text(record, "reply", "parent", "uri")));
        return isOurs ? new Sent { RemoteId = $"{uri}", Link = uri.Link, At = AtInstant.Read(at) ?? post.PlannedAt } : null;
    }

    // A post may be named by its author's handle too; then its own name decides.
    private static bool Answers(string named, string parent) => AtUri.Read(named) is { } wanted && AtUri.Read(parent) is { } found && wanted.Name == found.Name;
}
