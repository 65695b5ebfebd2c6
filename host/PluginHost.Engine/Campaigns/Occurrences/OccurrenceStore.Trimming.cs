using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>What goes, and when.</content>
internal sealed partial class OccurrenceStore
{
    // Nobody else of the host writes meanwhile.
    private const int Piece = 100;

    /// <summary>
    /// Lets go of a piece of what ended long ago, with its journal and what it said, the oldest first; runs of scripts by hand too. The newest that ended of each campaign stays,
    /// whatever its age.
    /// </summary>
    /// <param name="before">What ended before this goes.</param>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> TrimAsync(DateTimeOffset before)
    {
        if (!store.Exists || (await ReadAsync(connection => Old(connection, before, 1), CancellationToken.None)).Count == 0)
            return false;

        return await WriteAsync(connection =>
        {
            var old = Old(connection, before, Piece);
            foreach (var name in old)
            {
                connection.Write($"delete from pluginhost_occurrence_line where campaign = {name.Campaign} and occurrence = {name.Occurrence}");
                connection.Write($"delete from pluginhost_journal where campaign = {name.Campaign} and occurrence = {name.Occurrence}");
                connection.Write($"delete from pluginhost_occurrence where campaign = {name.Campaign} and occurrence = {name.Occurrence}");
            }

            return old.Count == Piece;
        });
    }

    private static IReadOnlyList<OccurrenceName> Old(StoreConnection connection, DateTimeOffset before, int limit) => connection
        .Read($"""
            select campaign, occurrence from pluginhost_occurrence o
            where state not in ('planned', 'reading', 'acting') and ended_at < {before}
              and number < (select max(number) from pluginhost_occurrence n where n.campaign = o.campaign and n.state not in ('planned', 'reading', 'acting'))
            order by ended_at limit {(long)limit}
            """)
        .Map(row => new OccurrenceName(row.Text("campaign"), row.Text("occurrence")));
}
