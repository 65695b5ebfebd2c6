using PluginHost.Campaigns;
using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>Posts the items of standing feeds: what is said is kept first, and published under a key that the item alone makes, so that each is said once for ever.</summary>
internal sealed class FeedPosts(IHost host, FeedTable table, TimeSpan pause)
{
    /// <summary>The profiles that are meant.</summary>
    /// <param name="speakers">Profiles with commas between them, or a purpose.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <exception cref="WrongUseException">There is no such profile, or it may not speak.</exception>
    public async Task<IReadOnlyList<Profile>> SpeakersAsync(string speakers, CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var names = speakers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var meant = names is [var one] && one[0] != '@' ? profiles.For(one) : [.. names.Select(name => profiles[name])];
        return meant.FirstOrDefault(profile => !profile.CanSend) is { } silent ? throw new WrongUseException($"{silent.Name} only listens. Name profiles that speak.")
            : meant.Count == 0 ? throw new WrongUseException("No profile is named. Give profiles, as @news, or a purpose, as news.")
            : meant;
    }

    /// <summary>Posts what waits for it.</summary>
    /// <param name="cancel">Ends waiting. What has left is known to the publisher.</param>
    /// <returns>When to look again; null: nothing is left.</returns>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancel)
    {
        var feeds = await table.ReadAllAsync(cancel);
        foreach (var item in await table.ReadOpenAsync(pause, cancel))
            await PostAsync(item, feeds.FirstOrDefault(feed => feed.Taker == item.Taker), cancel);

        return (await table.ReadOpenAsync(TimeSpan.Zero, cancel)).Count > 0 ? host.Clock.GetUtcNow() + pause : null;
    }

    private async Task PostAsync(StoredItem item, StandingFeed? feed, CancellationToken cancel)
    {
        try
        {
            var variants = await table.ReadTextsAsync(item, cancel);
            if (variants.Count == 0 && feed is null)
            {
                await table.KeepAsync(item, TeaserStates.Text(TargetState.Refused), "The feed was taken away before this was posted.", cancel);
                return;
            }

            if (variants.Count == 0)
                variants = await table.KeepTextsAsync(item, await WriteAsync(item.Item, feed!, cancel), cancel);

            var publisher = await host.Services.GetAsync<IPublisher>(cancel);
            var plan = new PostPlan
            {
                Variants = variants,
                AskedBy = "press.feeds",
                Effect = new EffectKey { Campaign = "press", Occurrence = item.Taker, Step = item.Identity },
            };
            var (state, reason) = OutcomeOf(await publisher.PublishAsync(plan, cancel));

            // A process that is told to end takes back what has not left. Nobody has refused it: it stays open, and whoever looks next asks for it again.
            if (state == TargetState.Refused && cancel.IsCancellationRequested)
                return;

            await table.KeepAsync(item, TeaserStates.Text(state), reason, CancellationToken.None);
        }
        catch (PluginHostException refused)
        {
            host.Output.Write(Severity.Warning, $"\"{item.Item.Title}\" could not be posted: {refused.Message}");
            await table.KeepAsync(item, TeaserStates.Scheduled, refused.Message, CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<Variant>> WriteAsync(FeedItem item, StandingFeed feed, CancellationToken cancel)
    {
        var networks = await host.Services.GetAsync<INetworks>(cancel);
        var template = new FeedTemplate(feed.Template);
        var variants = new List<Variant>();
        foreach (var profile in await SpeakersAsync(feed.Speakers, cancel))
        {
            var rules = await (await networks.ForAsync(profile, cancel)).RulesForAsync(profile, cancel);
            variants.Add(new Variant { Profile = profile.Name, Text = template.Fill(item, text => rules.Count(text).Fits), Language = profile.Language });
        }

        return variants;
    }

    // An item is as far as the least of its posts.
    private static (TargetState State, string Reason) OutcomeOf(PublishResult result)
    {
        if (result is not Published { Post: var post })
            return (TargetState.Refused, result is NotPublished { Problems: var problems } ? string.Join(' ', problems.Select(problem => problem.ToString())) : "");

        var worst = post.Targets.MaxBy(target => target.State switch
        {
            TargetState.Sent => 0,
            TargetState.Refused => 1,
            TargetState.Unknown => 2,
            _ => 3,
        })!;
        return (worst.State, worst.Reason.Length > 0 ? $"{worst.Profile}: {worst.Reason}" : "");
    }
}
