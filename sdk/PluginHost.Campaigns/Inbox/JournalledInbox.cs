using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The inbox for a run of a script, by its journal: what an interrupted run has answered is not answered again, and what it has read it reads again.</summary>
internal sealed class JournalledInbox(IInbox inbox, IScript script)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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

    /// <summary>The conversation that waits longest and whose newest word was not told yet; null where none comes by the end.</summary>
    public async Task<Conversation?> NextAsync(string what, IReadOnlyDictionary<long, long> told, DateTimeOffset? end)
    {
        var next = await script.Journal.AskAsync(what, async () =>
        {
            var lookout = new Lookout(script.Clock);
            while (true)
            {
                foreach (var waiting in await inbox.ReadWaitingAsync(script.Cancel))
                {
                    if (told.GetValueOrDefault(waiting.Id) < waiting.Word)
                        return ConversationRecord.Of(waiting);
                }

                var left = end - script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;
                if (left <= TimeSpan.Zero)
                    return Value.Nothing;

                await lookout.WaitAsync(script, Pause, left);
            }
        });
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
