using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The inbox for a run of a script, by its journal: what an interrupted run has answered is not answered again, and what it has read it reads again.</summary>
internal sealed class JournalledInbox(IInbox inbox, IScript script)
{
    public IScript Script => script;

    /// <summary>What waits now, as far as it is wanted.</summary>
    public async Task<IReadOnlyList<Conversation>> ReadWaitingAsync(string what, Func<Conversation, DateTimeOffset, bool> isWanted)
    {
        var kept = await script.Journal.AskAsync(what, async () =>
        {
            var waiting = await inbox.ReadWaitingAsync(script.Cancel);
            var now = script.Clock.GetUtcNow();
            return new ListValue(waiting.Where(each => isWanted(each, now)).Select(ConversationRecord.Of));
        });
        return [.. kept.Items.Select(ConversationRecord.Read)];
    }

    /// <summary>Reads who comes to wait, until an end.</summary>
    public WaitingReader ReadUntil(DateTimeOffset? end) => new(inbox, script, end);

    /// <summary>Who comes to wait next; null where nobody does by the end. An interrupted run is told the same again.</summary>
    public async Task<Conversation?> NextAsync(string what, WaitingReader reader)
    {
        var next = await script.Journal.AskAsync(
            what, async () => await reader.NextAsync() is { } conversation ? ConversationRecord.Of(conversation) : Value.Nothing);
        return next is Record record ? ConversationRecord.Read(record) : null;
    }

    /// <summary>Answers up to the word that the script was told of.</summary>
    public async Task<AnswerResult> AnswerAsync(string step, Conversation conversation, string text)
    {
        var effect = await script.Journal.DoAsync(
            string.Create(CultureInfo.InvariantCulture, $"{step}:conversation {conversation.Id}/{conversation.Word}"),
            text,
            async key =>
            {
                var result = await inbox.AnswerAsync(
                    new ConversationAnswer { Conversation = conversation.Id, Word = conversation.Word, Text = text, By = script.Name, Effect = key }, script.Cancel);
                return new Effect
                {
                    Result = AnswerRecord.Of(result),
                    IsRefusal = result is NotAnswered,
                    IsUnsettled = result is AnswerUnderWay,
                };
            });
        return AnswerRecord.Read(effect.Result);
    }

    /// <summary>Does something to a conversation that comes to the same when it is done again.</summary>
    public Task ChangeAsync(string step, Conversation conversation, string body, Func<IInbox, Task> change) => script.Journal.DoAsync(
        string.Create(CultureInfo.InvariantCulture, $"{step}:conversation {conversation.Id}"),
        body,
        async _ =>
        {
            await change(inbox);
            return new Effect { Result = Value.Nothing };
        });
}
