using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What meets a query, as it is said. A run that is resumed is told again what it was told, and goes on from there.</summary>
public sealed class ScriptMatches : IAsyncEnumerable<ScriptMatch>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // No timer goes further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

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

    /// <summary>Ends at an instant; what was heard before it is still told.</summary>
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
        var begun = await _script.Journal.AskAsync($"{Step}, from", async () => await _listening.BeginAsync(_query, _script.Cancel));
        var heard = new Queue<Match>();
        var position = (long)begun.Number;
        while (await NextAsync(heard, position) is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            position = next.Position;
            yield return new ScriptMatch(next);
        }
    }

    // The journal gives again what was heard, one by one, the end included; what is really heard comes in pages.
    private async Task<Match?> NextAsync(Queue<Match> heard, long position)
    {
        var next = await _script.Journal.AskAsync(Step, async () =>
        {
            if (heard.Count == 0)
            {
                foreach (var match in await HearAsync(position))
                    heard.Enqueue(match);
            }

            return heard.TryDequeue(out var first) ? MatchRecord.Of(first) : Value.Nothing;
        });
        return next is Record record ? MatchRecord.Read(record) : null;
    }

    private async Task<IReadOnlyList<Match>> HearAsync(long after)
    {
        var lookout = new Lookout(_script.Clock);
        while (true)
        {
            var matches = await _listening.ReadAsync(_query, after, _script.Cancel);
            var left = _end - _script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;
            if (matches.Count > 0 || left <= TimeSpan.Zero)
                return matches;

            await WaitAsync(lookout, left);
        }
    }

    // Until something may have been said, or the end has come.
    private async Task WaitAsync(Lookout lookout, TimeSpan left)
    {
        if (left <= Pause)
        {
            await Task.Delay(left, _script.Clock, _script.Cancel);
            return;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(_script.Cancel);
        var end = left < Longest ? Task.Delay(left, _script.Clock, done.Token) : Task.Delay(Timeout.InfiniteTimeSpan, _script.Clock, done.Token);
        await Task.WhenAny(end, lookout.WaitAsync(Pause, done.Token));
        Cancel(done);
        _script.Cancel.ThrowIfCancellationRequested();
    }

    // Here, and not on the pool: nothing hangs on it but this wait.
    private static void Cancel(CancellationTokenSource done) => done.Cancel();
}
