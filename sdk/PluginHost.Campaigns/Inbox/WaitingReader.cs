using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// Reads who comes to wait, for one loop of a script. All who wait are read together and told one by one, each looked at again in its turn, because somebody may have been
/// faster or they have said more; only when all of them are told are all read again.
/// </summary>
internal sealed class WaitingReader(IInbox inbox, IScript script, DateTimeOffset? end)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // By their newest word, and not by a place in an order: who was put off and comes back is not missed, and who says more is told again.
    private readonly Dictionary<long, long> _told = [];
    private readonly Queue<long> _next = new();

    /// <summary>Notes what the script was told, by this run or by one before.</summary>
    public void Note(Conversation told) => _told[told.Id] = told.Word;

    /// <summary>The conversation that waits longest and whose newest word was not told yet; null where none comes by the end.</summary>
    public async Task<Conversation?> NextAsync()
    {
        while (true)
        {
            while (_next.TryDequeue(out var id))
            {
                var conversation = await inbox.ReadAsync(id, script.Cancel);
                if (conversation.State == ConversationState.Waiting && IsWanted(conversation))
                    return conversation;
            }

            if (!await ReadAsync())
                return null;
        }
    }

    private async Task<bool> ReadAsync()
    {
        var lookout = new Lookout(script.Clock);
        while (true)
        {
            var isOver = Left <= TimeSpan.Zero;
            foreach (var waiting in (await inbox.ReadWaitingAsync(script.Cancel)).Where(IsWanted))
                _next.Enqueue(waiting.Id);

            if (_next.Count > 0 || isOver)
                return _next.Count > 0;

            // The end may have come while it was read.
            if (Left is var left && left > TimeSpan.Zero)
                await lookout.WaitAsync(script, Pause, left);
        }
    }

    private TimeSpan Left => end - script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;

    // Who waits at the end is told once. Who goes on talking after it is not: a loop that never ends would be the price.
    private bool IsWanted(Conversation waiting) => _told.TryGetValue(waiting.Id, out var word)
        ? word < waiting.Word && !(waiting.At > end)
        : !(waiting.WaitsSince > end);
}
