using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A feed, as a script reads it: each item is new to a campaign once for ever, whatever the feed calls it later.</summary>
public sealed class ScriptFeed
{
    private readonly IPress _press;
    private readonly IScript _script;
    private readonly FeedOrder _order;
    private readonly string _step;

    internal ScriptFeed(IPress press, IScript script, FeedOrder order, string step) => (_press, _script, _order, _step) = (press, script, order, step);

    /// <summary>Takes what stands in the feed already for new too, at the first look. Else only what comes later is.</summary>
    /// <returns>The feed.</returns>
    public ScriptFeed WithOld() => new(_press, _script, _order with { WithOld = true }, _step);

    /// <summary>Gives no more than so many items at once. What is left comes the next time.</summary>
    /// <param name="most">How many, from 1. Without this: 10.</param>
    /// <returns>The feed.</returns>
    /// <exception cref="WrongUseException">It is less than 1.</exception>
    public ScriptFeed AtMost(int most) => most >= 1
        ? new(_press, _script, _order with { Most = most }, _step)
        : throw new WrongUseException($"A feed gives at least one item at once, and not {most}.");

    /// <summary>What is new since this campaign last looked, the oldest first. A run that is resumed is given the same.</summary>
    /// <exception cref="PluginHostException">The feed cannot be had, or is none.</exception>
    public IAsyncEnumerable<FeedItem> NewItems => ReadAsync();

    private async IAsyncEnumerable<FeedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var effect = await _script.Journal.DoAsync(_step, _order.Address, async key => new Effect
        {
            Result = FeedRecord.Of(await _press.TakeAsync(_order with { Taker = key.Campaign, Effect = key }, _script.Cancel)),
        });
        foreach (var item in FeedRecord.Read(effect.Result))
        {
            cancel.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
