using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Conversations as they come to wait for an answer. A run that is resumed is told again what it was told, and goes on from there.</summary>
public sealed class ScriptConversations : IAsyncEnumerable<ScriptConversation>
{
    private const string What = "conversations";
    private readonly JournalledInbox _inbox;
    private readonly DateTimeOffset? _end;

    internal ScriptConversations(JournalledInbox inbox, DateTimeOffset? end)
    {
        _inbox = inbox;
        _end = end;
    }

    /// <summary>Ends at an instant, whether or not people go on talking; what waits then is still told.</summary>
    /// <param name="end">The instant: <c>Today.At("18:00")</c>.</param>
    /// <returns>The conversations until then.</returns>
    public ScriptConversations Until(DateTimeOffset end) => new(_inbox, end);

    /// <summary>Ends after a time, which begins now.</summary>
    /// <param name="time">The time: <c>Hours(8)</c>.</param>
    /// <returns>The conversations until then.</returns>
    public ScriptConversations For(TimeSpan time)
    {
        var script = _inbox.Script;
        var now = (InstantValue)script.Journal.Read($"{What}, from", () => script.Clock.GetUtcNow());
        return Until(now.Instant + time);
    }

    /// <inheritdoc />
    public async IAsyncEnumerator<ScriptConversation> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var reader = _inbox.ReadUntil(_end);
        while (await _inbox.NextAsync(What, reader) is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Note(next);
            yield return new ScriptConversation(next, _inbox);
        }
    }
}
