using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What people did to a post, page after page, by one who waits for it.</summary>
/// <param name="publisher">Tells it.</param>
/// <param name="post">The post's id.</param>
/// <param name="end">When the waiting ends; null: never.</param>
internal sealed class ReactionPages(JournalledPublisher publisher, string post, DateTimeOffset? end)
{
    // As many as IPublisher gives at once.
    private const int FullPage = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lookout _lookout = new(publisher.Script.Clock);
    private bool _isDue = true;

    /// <summary>The next of them after a position: none where nobody has done anything by the end.</summary>
    public async Task<IReadOnlyList<Reaction>> NextAsync(long after)
    {
        var position = after;
        while (true)
        {
            var isOver = Left <= TimeSpan.Zero;
            if (_isDue || _lookout.IsWorthIt)
            {
                var page = await publisher.ReadReactionsAsync(post, position);
                _isDue = page.Count >= FullPage;
                if (page.Count > 0)
                    position = page[^1].Position;

                // Whoever goes on answering after the end must not keep the script for ever.
                IReadOnlyList<Reaction> told = isOver ? [.. page.Where(reaction => reaction.Event.At <= end)] : page;
                if (told.Count > 0)
                    return told;
            }

            if (isOver && !_isDue)
                return [];

            // The end may have come while the page was read.
            if (!_isDue && Left is var left && left > TimeSpan.Zero)
                await _lookout.WaitAsync(publisher.Script, Pause, left);

            _isDue = true;
        }
    }

    private TimeSpan Left => end - publisher.Script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;
}
