using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>Reads single records: what is answered or quoted, and whether a post of ours is there.</summary>
internal sealed class Posts(Account account, TimeProvider clock)
{
    /// <summary>A post that is to be answered.</summary>
    /// <exception cref="StoppedException">It is not there, or cannot be read now.</exception>
    public async Task<Answered> AnsweredAsync(Profile profile, string named, CancellationToken cancel)
    {
        var (post, record) = await RequireAsync(profile, named, "answered", cancel);
        return new Answered
        {
            Post = post,
            Root = RecordRef.Read(Json.At(record, "reply", "root")) ?? post,
            At = AtInstant.Read(Json.Text(record, "createdAt")) ?? DateTimeOffset.MinValue,
        };
    }

    /// <summary>A post that is to be quoted.</summary>
    /// <exception cref="StoppedException">It is not there, or cannot be read now.</exception>
    public async Task<RecordRef> QuotedAsync(Profile profile, string named, CancellationToken cancel) => (await RequireAsync(profile, named, "quoted", cancel)).Post;

    /// <summary>The answer to the question for a record: it, or that there is none.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<XrpcAnswer> AskAsync(Profile profile, AtUri record, CancellationToken cancel) =>
        account.GetAsync(
            profile,
            $"com.atproto.repo.getRecord?repo={Uri.EscapeDataString(record.Repo)}&collection={record.Collection}&rkey={Uri.EscapeDataString(record.Name)}",
            cancel);

    private async Task<(RecordRef Post, JsonElement Record)> RequireAsync(Profile profile, string named, string what, CancellationToken cancel)
    {
        if (AtUri.Read(named) is not { } uri)
            throw StoppedException.Refused($"\"{named}\" is to be {what}, and is no post on Bluesky: its address begins with at:// or https://bsky.app/profile/");

        var answer = await AskAsync(profile, uri, cancel);
        if (answer.IsMissing || (answer.Status == HttpStatusCode.BadRequest && answer.Error is "InvalidRequest" or "RepoNotFound"))
            throw StoppedException.Refused($"{named} is to be {what}, and is not there (any more): {answer.Words}");

        return answer.IsSuccess && RecordRef.Read(answer.Body) is { } post
            ? (post, Json.At(answer.Body, "value"))
            : throw Outcomes.Stopped(answer, $"{named} is to be {what}, and could not be read", clock.GetUtcNow());
    }
}
