using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

public sealed partial class RehearsalPlugin
{
    /// <summary>Who listens.</summary>
    [Command("rehearsal.audience", "Rehearsal: Audience", Description = "The groups of the audience, with each person's chances to react to a post.")]
    public async Task<Table> AudienceAsync(CancellationToken cancel)
    {
        var audience = await _audience.ReadAsync(cancel);
        return Table.Of(
            audience.Groups,
            ("group", group => group.Name),
            ("followers", group => audience.CountOf(group)),
            ("languages", group => string.Join(", ", group.Languages.Distinct())),
            ("reply", group => (decimal)group.Reply),
            ("repost", group => (decimal)group.Repost),
            ("like", group => (decimal)group.Like),
            ("follow", group => (decimal)group.Follow));
    }

    /// <summary>What people did.</summary>
    [Command("rehearsal.reactions", "Rehearsal: Reactions", Description = "Who did what to which of our posts, newest first.")]
    public async Task<Table> ReactionsAsync(
        IHost host,
        [Asks("To which post? Empty for all.", Default = "")] string post,
        [Asks("How many reactions?", Default = "50")] int limit,
        CancellationToken cancel) => Table.Of(
        await _events.ReadNewestAsync(post, AtLeastOne(limit), cancel),
        ("time", happened => InZone(host, happened.At)),
        ("profile", happened => happened.Handle),
        ("post", happened => happened.Post.Length > 0 ? happened.Post : Value.Nothing),
        ("did", happened => EventKinds.Text(happened.Kind)),
        ("who", happened => happened.Actor),
        ("text", happened => happened.Text));

    /// <summary>What anybody on the network sees.</summary>
    [Command("rehearsal.timeline", "Rehearsal: Timeline", Description = "What was said on the network, by us and by its people, newest first.")]
    public async Task<Table> TimelineAsync(IHost host, [Asks("How many posts?", Default = "50")] int limit, CancellationToken cancel)
    {
        await _events.CatchUpAsync(cancel);
        return Table.Of(
            await TimelineEntry.ReadAsync(host.Store, host.Clock.GetUtcNow(), AtLeastOne(limit), cancel),
            ("time", entry => InZone(host, entry.At)),
            ("who", entry => entry.Handle),
            ("text", entry => entry.Text),
            ("post", entry => entry.RemoteId),
            ("answers", entry => entry.Answers));
    }

    private static int AtLeastOne(int limit) =>
        limit > 0 ? limit : throw new WrongUseException($"{limit} is no number of rows to show. Take 1 or more.");

    private static DateTimeOffset InZone(IHost host, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone);
}
