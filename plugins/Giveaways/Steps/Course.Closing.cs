using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Steps;

/// <summary>Nothing more happens, and why.</summary>
internal sealed partial class Course
{
    /// <exception cref="WrongUseException">It is closed.</exception>
    /// <exception cref="PluginHostException">Something of it is being published right now, or may have been.</exception>
    public async Task CloseAsync(StoredGiveaway giveaway, string reason, CancellationToken cancel)
    {
        if (giveaway.State == GiveawayState.Closed)
            throw new WrongUseException($"{giveaway.Id} is closed.");

        await _sayings.TakeAllBackAsync(giveaway.Id, "it was closed", cancel);
        await table.MoveAsync(giveaway, GiveawayState.Closed, _ => Task.CompletedTask, "closed", json => json.WriteString("reason", reason), cancel);
    }
}
