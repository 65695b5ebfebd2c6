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
        while (true)
        {
            if (_isDue || _lookout.IsWorthIt)
            {
                var page = await publisher.ReadReactionsAsync(post, after);
                _isDue = page.Count >= FullPage;
                if (page.Count > 0)
                    return page;
            }

            var left = end - publisher.Script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;
            if (left <= TimeSpan.Zero)
                return [];

            await _lookout.WaitAsync(publisher.Script, Pause, left);
            _isDue = true;
        }
    }
}
