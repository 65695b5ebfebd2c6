using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What people do to a post, as they do it. A run that is resumed is told again what it was told, and goes on from there.</summary>
public sealed class ScriptReplies : IAsyncEnumerable<ScriptReply>
{
    private readonly JournalledPublisher _publisher;
    private readonly string _post;
    private readonly NetworkEventKind? _kind;
    private readonly DateTimeOffset? _end;

    internal ScriptReplies(JournalledPublisher publisher, string post, NetworkEventKind? kind, DateTimeOffset? end)
    {
        _publisher = publisher;
        _post = post;
        _kind = kind;
        _end = end;
    }

    private string Step => $"{(_kind is null ? "reactions" : "replies")} to post {_post}";

    /// <summary>Ends at an instant; what came before it is still told.</summary>
    /// <param name="end">The instant: <c>Today.At("18:00")</c>.</param>
    /// <returns>The reactions until then.</returns>
    public ScriptReplies Until(DateTimeOffset end) => new(_publisher, _post, _kind, end);

    /// <summary>Ends after a time, which begins now.</summary>
    /// <param name="time">The time: <c>Minutes(30)</c>.</param>
    /// <returns>The reactions until then.</returns>
    public ScriptReplies For(TimeSpan time)
    {
        var script = _publisher.Script;
        var now = (InstantValue)script.Journal.Read($"{Step}, from", () => script.Clock.GetUtcNow());
        return Until(now.Instant + time);
    }

    /// <inheritdoc />
    public async IAsyncEnumerator<ScriptReply> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var pages = new ReactionPages(_publisher, _post, _end);
        var heard = new Queue<Reaction>();
        var position = 0L;
        while (await NextAsync(pages, heard, position) is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            position = next.Position;
            yield return new ScriptReply(next, _publisher);
        }
    }

    // The journal gives again what was heard, one by one, the end included; what is really heard comes in pages.
    private async Task<Reaction?> NextAsync(ReactionPages pages, Queue<Reaction> heard, long position)
    {
        var next = await _publisher.Script.Journal.AskAsync(Step, async () =>
        {
            var after = position;
            while (true)
            {
                while (heard.TryDequeue(out var known))
                {
                    after = known.Position;
                    if (_kind is null || known.Event.Kind == _kind)
                        return ReactionRecord.Of(known);
                }

                var page = await pages.NextAsync(after);
                if (page.Count == 0)
                    return Value.Nothing;

                foreach (var reaction in page)
                    heard.Enqueue(reaction);
            }
        });
        return next is Record record ? ReactionRecord.Read(record) : null;
    }
}
