using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

public sealed partial class InboxPlugin
{
    /// <summary>Who waits.</summary>
    [Command("inbox.waiting", "Inbox: Who Waits", Description = "Every conversation in which the last word is theirs, longest wait first; what is put off comes last.")]
    public async Task<Table> WaitingAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(WaitingView);
        await _elsewhere.CatchUpAsync(cancel);
        return TableOf(host, [.. await _conversations.ReadWaitingAsync(cancel), .. await _conversations.ReadSnoozedAsync(cancel)]);
    }

    /// <summary>One conversation.</summary>
    [Command("inbox.show", "Inbox: Show a Conversation", Description = "What both sides have said, and what was done about it here.")]
    public async Task<Table> ShowAsync(IHost host, [Asks("Which conversation?")] long conversation, CancellationToken cancel)
    {
        await _conversations.ReadAsync(conversation, cancel);
        await _elsewhere.CatchUpAsync(cancel);
        _shown = conversation;
        host.Views.Refresh(ConversationView);
        host.Views.Open(ConversationView);
        return HistoryTable(host, await ReadHistoryAsync([conversation], cancel));
    }

    /// <summary>Answers.</summary>
    [Command("inbox.answer", "Inbox: Answer", Description = "Answers a conversation, once, on the profile that was spoken to.")]
    public async Task<Record> AnswerAsync(
        IHost host,
        [Asks("Which conversation?")] long conversation,
        [Asks("What is to be said?", Anew = true)] string text,
        [Asks("Up to which word was it read? 0: the newest.", Default = "0")] long seen,
        [Asks("Is it to be said although nobody waits?", Default = "false")] bool further,
        CancellationToken cancel)
    {
        var answer = new ConversationAnswer { Conversation = conversation, Text = text, By = host.Workspace.Person, Word = seen, IsFurther = further };
        var result = await _desk.AnswerAsync(answer, cancel);
        Stay(host, conversation);
        return result switch
        {
            Answered answered => Record.Of(("conversation", conversation), ("profile", answered.Profile), ("post", answered.Post), ("link", answered.Link)),
            AnswerUnderWay { Reason: var reason } => throw new NotAnsweredException(conversation, reason),
            NotAnswered { Reason: var reason } => throw new NotAnsweredException(conversation, reason),
            var other => throw new InvalidOperationException($"The inbox answered with {other}."),
        };
    }

    /// <summary>Answers with a canned answer.</summary>
    [Command("inbox.answer.canned", "Inbox: Answer With a Canned Answer", Description = "Answers with a text of the file of canned answers; a field without a value is an error.")]
    public async Task<Record> AnswerCannedAsync(
        IHost host,
        [Asks("Which conversation?")] long conversation,
        [Asks("Which canned answer?")] string canned,
        [Asks("What stands for its fields, as closing=18:00? Known already: name, handle, profile, person.", Default = "")] string[] fields,
        [Asks("Up to which word was it read? 0: the newest.", Default = "0")] long seen,
        CancellationToken cancel)
    {
        var known = await _conversations.ReadAsync(conversation, cancel);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = known.Name.Length > 0 ? known.Name : known.Handle,
            ["handle"] = known.Handle,
            ["profile"] = known.Profile,
            ["person"] = host.Workspace.Person,
        };
        foreach (var field in fields.Where(field => field.Length > 0))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new WrongUseException($"\"{field}\" is no field with a value. Write it as closing=18:00.");

            values[field[..equals].Trim()] = field[(equals + 1)..].Trim();
        }

        return await AnswerAsync(host, conversation, await _canned.FillAsync(canned, values, cancel), seen, false, cancel);
    }

    /// <summary>Closes.</summary>
    [Command("inbox.close", "Inbox: Close", Description = "Closes a conversation until they say something new. Where somebody waits, a word must say why no answer is needed.")]
    public async Task<Table> CloseAsync(
        IHost host,
        [Asks("Which conversation?")] long conversation,
        [Asks("Why does it need no answer?", Anew = true)] string word,
        [Asks("Up to which word was it read? 0: the newest.", Default = "0")] long seen,
        CancellationToken cancel) => Changed(host, await _desk.CloseAsync(conversation, seen, word, host.Workspace.Person, cancel));

    /// <summary>Assigns.</summary>
    [Command("inbox.assign", "Inbox: Assign", Description = "Gives a conversation to somebody to answer. Where it still waits after a while (setting assign-return), it comes back to all.")]
    public async Task<Table> AssignAsync(
        IHost host,
        [Asks("Which conversation?")] long conversation,
        [Asks("To whom? Empty: to all.")] string person,
        CancellationToken cancel) => Changed(host, await _desk.AssignAsync(conversation, person, host.Workspace.Person, cancel));

    /// <summary>Notes.</summary>
    [Command("inbox.note", "Inbox: Note", Description = "Keeps a note beside a conversation. Nobody outside sees it.")]
    public async Task NoteAsync(
        IHost host, [Asks("Which conversation?")] long conversation, [Asks("What is to be remembered?", Anew = true)] string text, CancellationToken cancel) =>
        await _desk.NoteAsync(conversation, text, host.Workspace.Person, cancel);

    /// <summary>Labels.</summary>
    [Command("inbox.label", "Inbox: Label", Description = "Puts a label on a conversation; one that begins with a minus sign is taken off.")]
    public async Task<Table> LabelAsync(
        IHost host, [Asks("Which conversation?")] long conversation, [Asks("Which label?", Anew = true)] string label, CancellationToken cancel) =>
        Changed(host, await _desk.LabelAsync(conversation, label, host.Workspace.Person, cancel));

    /// <summary>Puts off.</summary>
    [Command("inbox.snooze", "Inbox: Snooze", Description = "Puts a conversation off. It waits again at that time, or as soon as they say something new.")]
    public async Task<Table> SnoozeAsync(
        IHost host, [Asks("Which conversation?")] long conversation, [Asks("Until when, such as 18:00 or Mon 09:00?")] DueTime until, CancellationToken cancel) =>
        Changed(host, await _desk.SnoozeAsync(conversation, until.Instant, host.Workspace.Person, cancel));

    /// <summary>How long people wait.</summary>
    [Command("inbox.times", "Inbox: Answer Times", Description = "How long people waited for a first answer, by profile: median, slowest, and how many have none.")]
    public async Task<Table> TimesAsync(IHost host, [Asks("Of how many days?", Default = "7")] int days, CancellationToken cancel)
    {
        if (days is < 1 or > 3660)
            throw new WrongUseException($"{days} is no number of days to look back. Take 1 to 3660.");

        host.Views.Open(TimesView);
        await _elsewhere.CatchUpAsync(cancel);
        return TimesTable(await AnswerTimes.ReadAsync(host.Store, host.Clock.GetUtcNow() - TimeSpan.FromDays(days), cancel));
    }

    /// <summary>One contact.</summary>
    [Command("inbox.contact", "Inbox: Show a Contact", Description = "All that somebody and we have said to each other on a network, with the notes on it.")]
    public async Task<Table> ContactAsync(
        IHost host,
        [Asks("Whose handle?")] string handle,
        [Asks("On which network? None: on all where the handle is known.", Default = "")] string network,
        CancellationToken cancel)
    {
        var conversations = await Contact.ConversationsOfAsync(host.Store, network, handle, cancel);
        if (conversations.Count == 0)
        {
            var known = await Contact.ReadAsync(host.Store, 1000, cancel);
            throw new WrongUseException($"Nobody called \"{handle}\" has said anything to us{(network.Length > 0 ? $" on {network}" : "")}.{Nearest.Hint(handle, known.Select(contact => contact.Handle))} inbox.contacts lists who has.");
        }

        return HistoryTable(host, await ReadHistoryAsync(conversations, cancel));
    }

    /// <summary>All contacts.</summary>
    [Command("inbox.contacts", "Inbox: Contacts", Description = "Who has spoken to us, the last one first.")]
    public async Task<Table> ContactsAsync(IHost host, [Asks("How many?", Default = "100")] int limit, CancellationToken cancel)
    {
        if (limit < 1)
            throw new WrongUseException($"{limit} is no number of contacts to show. Take 1 or more.");

        host.Views.Open(ContactsView);
        return ContactsTable(host, await Contact.ReadAsync(host.Store, limit, cancel));
    }

    private Table Changed(IHost host, Conversation conversation)
    {
        Stay(host, conversation.Id);
        return TableOf(host, [conversation]);
    }

    // Whoever has done something about the conversation that is open sees there what became of it.
    private void Stay(IHost host, long conversation)
    {
        if (_shown == conversation)
            host.Views.Open(ConversationView);
    }
}
