using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What meets a query, as it is said. A run that is resumed is told again what it was told, and goes on from there.</summary>
public sealed class ScriptMatches : IAsyncEnumerable<ScriptMatch>
{
    private readonly IListening _listening;
    private readonly IScript _script;
    private readonly string _query;
    private readonly DateTimeOffset? _end;

    internal ScriptMatches(IListening listening, IScript script, string query, DateTimeOffset? end)
    {
        _listening = listening;
        _script = script;
        _query = query;
        _end = end;
    }

    private string Step => $"listen for {_query}";

    /// <summary>Ends at an instant, whether or not people go on talking. What was said before it is still told, as far as it was heard when the script looks.</summary>
    /// <param name="end">The instant: <c>Today.At("18:00")</c>.</param>
    /// <returns>The matches until then.</returns>
    public ScriptMatches Until(DateTimeOffset end) => new(_listening, _script, _query, end);

    /// <summary>Ends after a time, which begins now.</summary>
    /// <param name="time">The time: <c>Hours(1)</c>.</param>
    /// <returns>The matches until then.</returns>
    public ScriptMatches For(TimeSpan time)
    {
        var now = (InstantValue)_script.Journal.Read($"{Step}, since", () => _script.Clock.GetUtcNow());
        return Until(now.Instant + time);
    }

    /// <inheritdoc />
    /// <exception cref="WrongUseException">The query has an error. The message shows the place, and says what to do.</exception>
    public async IAsyncEnumerator<ScriptMatch> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var begun = await _script.Journal.AskAsync($"{Step}, from", async () =>
        {
            var since = _script.Clock.GetUtcNow();
            return Record.Of(("position", await _listening.BeginAsync(_query, _script.Cancel)), ("since", since));
        });
        var reader = new MatchReader(_listening, _script, _query, _end);
        var position = (long)begun["position"].Number;
        var from = ((InstantValue)begun["since"]).Instant;
        while (await NextAsync(reader, position, from) is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            position = next.Position;
            yield return new ScriptMatch(next);
        }
    }

    // The journal gives again what was heard, one by one, the end included; what is really heard comes in pages.
    private async Task<QueryMatch?> NextAsync(MatchReader reader, long position, DateTimeOffset from)
    {
        var next = await _script.Journal.AskAsync(
            Step, async () => await reader.NextAsync(position, from) is { } match ? MatchRecord.Of(match) : Value.Nothing);
        return next is Record record ? MatchRecord.Read(record) : null;
    }
}
