using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

public sealed partial class RehearsalPlugin
{
    private const int Shown = 200;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private IDisposable? _glances;

    /// <summary>What anybody on the network sees. It is looked at again now and then, because people react in their own time.</summary>
    [View(TimelineView, "Rehearsal Timeline", Area.Editor, Welcome = "Nobody has said anything on the rehearsal network. {workbench.compose} writes a post.")]
    public async Task<TableView> ShowTimelineAsync(IHost host, CancellationToken cancel)
    {
        LookAgain(host);
        await _events.CatchUpAsync(cancel);
        return new TableView
        {
            Table = Table.Of(
                await TimelineEntry.ReadAsync(host.Store, host.Clock.GetUtcNow(), Shown, cancel),
                ("time", entry => InZone(host, entry.At)),
                ("who", entry => entry.Handle),
                ("text", entry => entry.Answers is null ? entry.Text : $"↳ {entry.Text}"),
                ("post", entry => entry.RemoteId)),
            OpenCommand = "rehearsal.reactions",
            Key = "post",
        };
    }

    /// <summary>What people do about our posts, as it happens.</summary>
    [View(ReactionsView, "Rehearsal Reactions", Area.Panel, Welcome = "Nobody has reacted yet. {workbench.compose} writes a post; people take a moment.")]
    public async Task<LogView> ShowReactionsAsync(IHost host, CancellationToken cancel)
    {
        LookAgain(host);
        var newest = await _events.ReadNewestAsync("", Shown, cancel);
        return new LogView
        {
            Lines =
            [
                .. newest.Reverse().Select(happened => new LogLine { At = InZone(host, happened.At), Text = TextOf(happened) }),
            ],
        };
    }

    private static string TextOf(StoredEvent happened) => happened.Kind switch
    {
        NetworkEventKind.Reply => $"↳ {happened.Actor} answers {happened.Handle}: {happened.Text}",
        NetworkEventKind.Repost => $"↻ {happened.Actor} reposts {happened.Handle}",
        NetworkEventKind.Like => $"♥ {happened.Actor} likes {happened.Handle}",
        NetworkEventKind.Follow => $"+ {happened.Actor} follows {happened.Handle}",
        NetworkEventKind.Mention => $"@ {happened.Actor} asks {happened.Handle}: {happened.Text}",
        NetworkEventKind.Deletion => $"× {happened.Actor} takes {happened.Post} back",
        _ => $"{happened.Actor}: {EventKinds.Text(happened.Kind)}",
    };

    private void LookAgain(IHost host) => _glances ??= host.Jobs.Every(Glance, _ =>
    {
        host.Views.Refresh(TimelineView);
        host.Views.Refresh(ReactionsView);
        return Task.CompletedTask;
    });
}
