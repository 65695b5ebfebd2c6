using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>One conversation: what both sides have said, what was done about it here, and what can be done now, each of which Enter does.</summary>
internal sealed class ConversationTree(Conversation conversation, IReadOnlyList<HistoryLine> history, Func<DateTimeOffset, DateTimeOffset> inZone)
{
    // Lines of a tree are cut and not wrapped.
    private const int Width = 72;

    private readonly Record _fields = Record.Of(("conversation", conversation.Id), ("seen", conversation.Word), ("handle", conversation.Handle));

    public Tree Make(DateTimeOffset now) => new()
    {
        Caption = string.Create(CultureInfo.InvariantCulture, $"{conversation.Id}: {(conversation.Name.Length > 0 ? $"{conversation.Name}, " : "")}{conversation.Handle} and {conversation.Profile}, {Standing(now)}"),
        Nodes = [.. history.Select(Node), .. Deeds()],
    };

    private string Standing(DateTimeOffset now) => conversation.State switch
    {
        _ when conversation.AnsweredBy.Length > 0 => $"{conversation.AnsweredBy} is answering",
        ConversationState.Waiting => $"waits for {Age.Text(now - conversation.WaitsSince!.Value)}{(conversation.Assignee.Length > 0 ? $", for {conversation.Assignee}" : "")}",
        ConversationState.Snoozed => $"put off until {Clock(conversation.SnoozedUntil!.Value)}",
        ConversationState.Closed => "closed",
        ConversationState.Gone => "taken back",
        _ => "answered",
    };

    private TreeNode Node(HistoryLine line, int place)
    {
        var isTheirs = line.Word is { IsOurs: false };
        var lines = Wrap(line.Text).ToList();
        return new TreeNode
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"line {place}"),
            Text = line.Word is null ? $"· {lines[0]}" : $"{(isTheirs ? "‹" : "›")} {line.Who}: {lines[0]}",
            Detail = line.Word is { IsOurs: true } ours ? $"{Clock(line.At)}, by {ours.AskedBy}" : Clock(line.At),
            Children = [.. lines.Skip(1).Select((rest, number) => new TreeNode { Id = string.Create(CultureInfo.InvariantCulture, $"{number}"), Text = rest, Fields = _fields })],
            Fields = _fields,
        };
    }

    private IEnumerable<TreeNode> Deeds()
    {
        if (conversation.State is ConversationState.Waiting or ConversationState.Snoozed)
        {
            yield return Deed("inbox.answer", "Answer…");
            yield return Deed("inbox.answer.canned", "Answer with a canned answer…");
            yield return Deed("inbox.assign", "Give it to somebody…");
            yield return Deed("inbox.snooze", "Put it off…");
            yield return Deed("inbox.close", "Close it, with a word…");
        }

        yield return Deed("inbox.note", "Note something…");
        yield return new TreeNode
        {
            Id = "inbox.contact",
            Text = $"→ All that {conversation.Handle} and we have said",
            Open = new CommandCall { Id = "inbox.contact", Arguments = Record.Of(("handle", conversation.Handle), ("network", conversation.Network)) },
        };
    }

    private TreeNode Deed(string command, string text) => new()
    {
        Id = command,
        Text = $"→ {text}",
        Open = new CommandCall
        {
            Id = command,
            Arguments = command is "inbox.answer" or "inbox.answer.canned" or "inbox.close"
                ? Record.Of(("conversation", conversation.Id), ("seen", conversation.Word))
                : Record.Of(("conversation", conversation.Id)),
        },
    };

    private string Clock(DateTimeOffset instant) => inZone(instant).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Wrap(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var rest = line.TrimEnd();
            while (rest.Length > Width && rest.LastIndexOf(' ', Width) is var space and > 0)
            {
                yield return rest[..space];
                rest = rest[(space + 1)..];
            }

            yield return rest;
        }
    }
}
