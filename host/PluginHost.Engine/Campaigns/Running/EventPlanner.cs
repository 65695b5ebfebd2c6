using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>
/// Notes an occurrence for each event of the streams that campaigns are started by. A campaign that is seen for the first time begins with the next event.
/// Occurrences are named by the event's id: an event that is told twice starts one.
/// </summary>
internal sealed class EventPlanner(Func<StreamService> streams, OccurrenceStore store)
{
    private const int MostAtOnce = 100;

    public async Task LookAsync(IReadOnlyList<Campaign> campaigns, CancellationToken cancel)
    {
        foreach (var campaign in campaigns)
        {
            var stream = campaign.Entry.On!;
            var service = streams();
            var last = await service.Log.LastAsync(stream, cancel);
            if (await store.PositionAsync(campaign, last) is not { } position || position >= last)
                continue;

            var events = await service.Log.ReadAsync(stream, position, MostAtOnce, service.Clock.GetUtcNow(), cancel);
            if (events.Count > 0)
                await store.PlanAsync(campaign, position, [.. events.Where(item => item.Gap.Length == 0)], events[^1].Position);
        }
    }
}
