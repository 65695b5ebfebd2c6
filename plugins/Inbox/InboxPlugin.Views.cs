using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

public sealed partial class InboxPlugin
{
    private const int Shown = 500;

    private long? _shown;

    /// <summary>Who waits.</summary>
    [View(WaitingView, "Waiting", Area.Editor, Welcome = "Nobody waits for an answer. {inbox.times} tells how long people have waited.")]
    public async Task<TableView> ShowWaitingAsync(IHost host, CancellationToken cancel)
    {
        IReadOnlyList<Conversation> all = [.. await _conversations.ReadWaitingAsync(cancel), .. await _conversations.ReadSnoozedAsync(cancel)];
        return new TableView
        {
            Table = WaitingTable(host, all),
            Caption = string.Create(CultureInfo.InvariantCulture, $"{all.Count(each => each.State == ConversationState.Waiting)} waiting, {all.Count(each => each.State == ConversationState.Snoozed)} put off"),
            OpenCommand = "inbox.show",
            Key = "conversation",
        };
    }

    /// <summary>One conversation.</summary>
    [View(ConversationView, "Conversation", Area.Editor, Welcome = "Nobody has said anything to us yet. {inbox.waiting} shows who waits.")]
    public async Task<Tree> ShowConversationAsync(IHost host, CancellationToken cancel)
    {
        if ((_shown ?? await _conversations.ReadNewestAsync(cancel)) is not { } id)
            return new Tree { Nodes = [] };

        var conversation = await _conversations.ReadAsync(id, cancel);
        return new ConversationTree(conversation, await ReadHistoryAsync([id], cancel), instant => InZone(host, instant)).Make(host.Clock.GetUtcNow());
    }

    /// <summary>Who has spoken to us.</summary>
    [View(ContactsView, "Contacts", Area.Editor, Welcome = "Nobody has said anything to us yet. {workbench.compose} writes a post.")]
    public async Task<TableView> ShowContactsAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = ContactsTable(host, await Contact.ReadAsync(host.Store, Shown, cancel)),
        OpenCommand = "inbox.contact",
        Key = "handle",
    };

    /// <summary>How long people wait.</summary>
    [View(TimesView, "Answer Times", Area.Editor, Welcome = "Nobody has asked us anything in the last seven days. {inbox.waiting} shows who waits.")]
    public async Task<TableView> ShowTimesAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = TimesTable(await AnswerTimes.ReadAsync(host.Store, host.Clock.GetUtcNow() - TimeSpan.FromDays(7), cancel)),
        Caption = "the last seven days",
        Key = "profile",
    };

    private async Task<IReadOnlyList<HistoryLine>> ReadHistoryAsync(IReadOnlyList<long> conversations, CancellationToken cancel)
    {
        var lines = new List<HistoryLine>();
        foreach (var conversation in conversations)
        {
            lines.AddRange((await _conversations.ReadWordsAsync(conversation, cancel)).Select(word => HistoryLine.Of(conversation, word)));
            lines.AddRange((await _conversations.ReadEntriesAsync(conversation, cancel)).Select(HistoryLine.Of));
        }

        return [.. lines.OrderBy(line => line.At)];
    }

    private static Table HistoryTable(IHost host, IReadOnlyList<HistoryLine> lines) => Table.Of(
        lines,
        ("time", line => InZone(host, line.At)),
        ("who", line => line.Who),
        ("text", line => line.Text),
        ("conversation", line => line.Conversation));

    private static Table TableOf(IHost host, IReadOnlyList<Conversation> conversations) => Table.Of(
        conversations,
        ("conversation", each => each.Id),
        ("state", each => WordOf(each.State)),
        ("waits", each => each.WaitsSince is { } since ? Age.Text(host.Clock.GetUtcNow() - since) : Value.Nothing),
        ("who", each => each.Handle),
        ("profile", each => each.Profile),
        ("text", each => each.Text),
        ("assignee", each => each.Assignee),
        ("answering", each => each.AnsweredBy),
        ("labels", each => string.Join(", ", each.Labels)),
        ("until", each => each.SnoozedUntil is { } until ? InZone(host, until) : Value.Nothing),
        ("since", each => each.WaitsSince is { } since ? InZone(host, since) : Value.Nothing),
        ("seen", each => each.Word));

    // Who has read no further than this row answers and closes no further: the field "seen" has no column.
    private Table WaitingTable(IHost host, IReadOnlyList<Conversation> conversations)
    {
        var now = host.Clock.GetUtcNow();
        var within = host.Settings.Duration("answer-within");
        var table = Table.Of(
            conversations,
            ("waits", each => WaitOf(host, each, now, within)),
            ("who", each => each.Handle),
            ("text", each => each.Text),
            ("profile", each => each.Profile),
            ("for", each => each.AnsweredBy.Length > 0 ? $"{each.AnsweredBy} is answering" : each.Assignee),
            ("labels", each => string.Join(", ", each.Labels)),
            ("conversation", each => each.Id));
        return new Table
        {
            Columns = table.Columns,
            Rows = [.. table.Rows.Zip(conversations, (row, each) => new Record(row.Fields.Append(KeyValuePair.Create("seen", (Value)each.Word))))],
        };
    }

    private static string WaitOf(IHost host, Conversation conversation, DateTimeOffset now, TimeSpan within)
    {
        if (conversation.SnoozedUntil is { } until)
            return $"{Sign.Waiting} until {InZone(host, until).ToString("ddd HH:mm", CultureInfo.InvariantCulture)}";

        var wait = now - conversation.WaitsSince!.Value;
        return wait >= within ? $"{Sign.Warning} {Age.Text(wait)}" : Age.Text(wait);
    }

    private static Table ContactsTable(IHost host, IReadOnlyList<Contact> contacts) => Table.Of(
        contacts,
        ("handle", contact => contact.Handle),
        ("name", contact => contact.Name),
        ("network", contact => contact.Network),
        ("conversations", contact => contact.Conversations),
        ("waiting", contact => contact.Waiting),
        ("last", contact => InZone(host, contact.LastAt)));

    private static Table TimesTable(IReadOnlyList<AnswerTimes> times) => Table.Of(
        times,
        ("profile", each => each.Profile),
        ("conversations", each => each.Begun),
        ("answered", each => each.Answered),
        ("unanswered", each => each.Unanswered),
        ("median", each => each.Median is { } median ? Age.Text(median) : Value.Nothing),
        ("slowest", each => each.Slowest is { } slowest ? Age.Text(slowest) : Value.Nothing),
        ("medianSeconds", each => each.Median is { } median ? (decimal)median.TotalSeconds : Value.Nothing),
        ("slowestSeconds", each => each.Slowest is { } slowest ? (decimal)slowest.TotalSeconds : Value.Nothing));

    private static string WordOf(ConversationState state) => state switch
    {
        ConversationState.Waiting => "waiting",
        ConversationState.Snoozed => "put off",
        ConversationState.Answered => "answered",
        ConversationState.Closed => "closed",
        ConversationState.Gone => "taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no word."),
    };

    private static DateTimeOffset InZone(IHost host, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone);
}
