using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// Reads what meets a query for one loop of a script, page by page, until its end. When the end has come, it asks how much was heard by then, and reads that far: where
/// people never stop talking, there is always another page.
/// </summary>
internal sealed class MatchReader(IListening listening, IScript script, string query, DateTimeOffset? end)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Queue<QueryMatch> _heard = new();

    // The position of the last post that was heard by the end; null: the end has not come.
    private long? _last;

    /// <summary>The next match after a position that was said from an instant on and before the end; null where none comes by then.</summary>
    public async Task<QueryMatch?> NextAsync(long after, DateTimeOffset from)
    {
        while (true)
        {
            // What was said before may be heard later: a listener that begins is told the last hours too. And a script may look for more long after the end.
            while (_heard.TryDequeue(out var match))
            {
                after = match.Position;
                if (match.Post.At >= from && !(match.Post.At >= end))
                    return match;
            }

            if (!await HearAsync(after))
                return null;
        }
    }

    private async Task<bool> HearAsync(long after)
    {
        var lookout = new Lookout(script.Clock);
        while (true)
        {
            if (Left <= TimeSpan.Zero)
                _last ??= await listening.BeginAsync(query, script.Cancel);

            foreach (var match in await listening.ReadAsync(query, after, script.Cancel))
            {
                if (!(match.Position > _last))
                    _heard.Enqueue(match);
            }

            if (_heard.Count > 0 || _last is not null)
                return _heard.Count > 0;

            // The end may have come while it was read.
            if (Left is var left && left > TimeSpan.Zero)
                await lookout.WaitAsync(script, Pause, left);
        }
    }

    private TimeSpan Left => end - script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;
}
