using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Sending;

/// <summary>
/// The sends whose answer came too late for the one who waited for it. The network has answered and knows nothing of that, so it is read where the client has
/// noted it at the time: in the outbox, past the programs under test, and before the doubt is settled and the note replaced. Only what the client says of a wait
/// that it gave up counts, not any other reason that it may have.
/// </summary>
internal sealed class TimedOutSends(TortureStore store)
{
    private readonly HashSet<(string Profile, string Text, long Attempt)> _noted = [];

    public IReadOnlyList<(string Profile, string Text)> All => [.. _noted.Select(send => (send.Profile, send.Text))];

    public async Task NoteAsync() => _noted.UnionWith(await store.ReadAsync(
        """
        select profile, text, attempt from posting_target
        where state = 'unknown' and (reason like 'no answer came within % seconds' or reason like 'no answer came: %did not answer within % seconds')
        """,
        row => (row.GetString(0), row.GetString(1), row.GetInt64(2))));
}
