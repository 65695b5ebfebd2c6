using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Sending;

/// <summary>
/// Which sends the kills have met: those that were on their way when a worker died, each attempt once. Read right after a kill, past the programs
/// under test. What another worker had under way at that moment is in it too; it is explained by more than it needs, and not counted out of doubt.
/// </summary>
internal sealed class KilledSends(TortureStore store)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Profile, string Text, long Attempt)> _met = [];

    public IReadOnlyList<(string Profile, string Text)> All
    {
        get
        {
            lock (_gate)
                return [.. _met.Select(send => (send.Profile, send.Text))];
        }
    }

    public async Task NoteAsync()
    {
        var sending = await store.ReadAsync(
            "select profile, text, attempt from posting_target where state = 'sending'",
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2)));
        lock (_gate)
            _met.UnionWith(sending);
    }
}
