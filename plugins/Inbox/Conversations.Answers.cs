using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Our answers: committed as begun before they leave, and ended once, with what became of them.</summary>
internal sealed partial class Conversations
{
    /// <summary>Commits an answer, unless somebody is faster or there is nothing to answer.</summary>
    /// <exception cref="WrongUseException">There is no such conversation, or no such word in it.</exception>
    /// <exception cref="ChangedEffectException">The effect was committed before with another text.</exception>
    public async Task<AnswerStart> BeginAsync(ConversationAnswer answer, EffectKey key, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(answer.Text))
            throw new WrongUseException("The answer is empty. Write what is to be said.");

        return await store.TransactAsync(transaction => BeginAsync(transaction, answer, key), cancel);
    }

    /// <summary>Answers that have begun, oldest first.</summary>
    public Task<IReadOnlyList<BegunAnswer>> ReadBegunAsync(CancellationToken cancel) => store.ReadAsync(
        $"select a.*, w.remote_id from inbox_answer a join inbox_word w on w.id = a.word where a.state = 'begun' order by a.id", BegunAnswer.Read, cancel);

    /// <summary>Keeps what is known of an answer that is under way.</summary>
    public Task KeepUnderWayAsync(BegunAnswer begun, string post, string reason, CancellationToken cancel) => store.WriteAsync(
        $"update inbox_answer set post = {post}, reason = {reason} where id = {begun.Id} and state = 'begun' and (post is null or reason <> {reason})", cancel);

    /// <summary>The answer is out: its words belong to the conversation, and what it answers does not wait any more.</summary>
    public Task EndSentAsync(BegunAnswer begun, string post, Target target, CancellationToken cancel) => store.TransactAsync<object?>(
        async transaction =>
        {
            await transaction.WriteAsync(
                $"""
                update inbox_answer set state = 'sent', post = {post}, link = {target.Link}, reason = '', ended_at = {clock.GetUtcNow()}
                where id = {begun.Id} and state = 'begun'
                """);
            await AddOursAsync(transaction, begun.Conversation, begun.Word, OursOf(target, begun.By));
            return null;
        },
        cancel);

    /// <summary>The answer will not be sent, for certain. Whoever waits waits on.</summary>
    /// <param name="begun">The answer.</param>
    /// <param name="state"><c>refused</c>: by a check or the network; <c>dropped</c>: nobody wants it any more.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Cancels.</param>
    public Task EndUnsentAsync(BegunAnswer begun, string state, string reason, CancellationToken cancel) => store.WriteAsync(
        $"""
        update inbox_answer set state = {state}, reason = {reason}, ended_at = {clock.GetUtcNow()} where id = {begun.Id} and state = 'begun'
        """,
        cancel);

    /// <summary>Whether what an answer answers still waits for it.</summary>
    public async Task<bool> IsWantedAsync(BegunAnswer begun, CancellationToken cancel) => (await store.ReadAsync(
        $"""
        select w.id from inbox_word w join inbox_conversation c on c.id = w.conversation
        where w.id = {begun.Word} and w.gone_at is null and (w.id > c.covered or ({begun.IsFurther} = 1 and c.closed_at is null))
        """,
        row => row.Integer("id"),
        cancel)).Count > 0;

    private async Task<AnswerStart> BeginAsync(IStoreTransaction transaction, ConversationAnswer answer, EffectKey key)
    {
        if (await FindBeforeAsync(transaction, answer, key) is { } before)
            return before;

        var now = clock.GetUtcNow();
        var known = await transaction.ReadAsync(SelectOne(answer.Conversation), row => (Now: Conversation(row, now), Covered: row.Integer("covered")));
        if (known.Count == 0)
            throw NoSuch(answer.Conversation);

        var conversation = known[0].Now;
        var others = await transaction.ReadAsync(
            $"select a.*, w.remote_id from inbox_answer a join inbox_word w on w.id = a.word where a.conversation = {conversation.Id} and a.state = 'begun'",
            BegunAnswer.Read);
        if (others.Count > 0)
            return AnswerStart.Refuse($"{others[0]}. Nothing was sent; wait what becomes of it, inbox.show conversation={conversation.Id} tells.");

        var words = await transaction.ReadAsync(
            $"select w.*, '' as handle from inbox_word w where w.conversation = {conversation.Id} and (w.id = {(answer.Word == 0 ? conversation.Word : answer.Word)} or w.ours = 1) order by w.id",
            Word);
        var word = words.FirstOrDefault(each => !each.IsOurs)
            ?? throw new WrongUseException($"There is no word {answer.Word} of theirs in conversation {conversation.Id}. Leave it out to answer the newest.");
        if (WhyNot(conversation, word, words, known[0].Covered, answer) is { } why)
            return AnswerStart.Refuse(why);

        await transaction.WriteAsync(
            $"""
            insert into inbox_answer (conversation, word, profile, text, by_whom, campaign, occurrence, step, further, state, begun_at)
            values ({conversation.Id}, {word.Id}, {word.Profile}, {answer.Text}, {answer.By}, {key.Campaign}, {key.Occurrence}, {key.Step},
                {answer.IsFurther}, 'begun', {now})
            on conflict (campaign, occurrence, step) do update set
                word = {word.Id}, profile = {word.Profile}, by_whom = {answer.By}, further = {answer.IsFurther}, state = 'begun', reason = '', post = null, begun_at = {now}, ended_at = null
            """);
        return new AnswerStart { Begun = (await transaction.ReadAsync(SelectAnswer(key), BegunAnswer.Read))[0] };
    }

    // What was begun under the same key: it has ended, or is gone on with. What was refused is tried anew.
    private static async Task<AnswerStart?> FindBeforeAsync(IStoreTransaction transaction, ConversationAnswer answer, EffectKey key)
    {
        var before = await transaction.ReadAsync(
            SelectAnswer(key), row => (Begun: BegunAnswer.Read(row), State: row.Text("state"), Link: row.TextOrNull("link")));
        if (before.Count == 0)
            return null;

        var (begun, state, link) = before[0];
        if (begun.Text != answer.Text || begun.Conversation != answer.Conversation)
            throw new ChangedEffectException(
                key,
                string.Create(CultureInfo.InvariantCulture, $"it was \"{Excerpt.Of(begun.Text)}\" in conversation {begun.Conversation}, and would be \"{Excerpt.Of(answer.Text)}\" in conversation {answer.Conversation} now."));

        return state switch
        {
            "sent" => new AnswerStart { End = new Answered { Post = begun.Post!, Profile = begun.Profile, Link = link } },
            "begun" => new AnswerStart { Begun = begun },
            _ => null,
        };
    }

    private static string? WhyNot(Conversation conversation, ConversationWord word, IReadOnlyList<ConversationWord> words, long covered, ConversationAnswer answer)
    {
        if (word.GoneAt is not null)
            return $"{conversation.Handle} has taken back what they said (\"{Excerpt.Of(word.Text)}\"), so there is nothing to answer. Nothing was sent.";

        if (word.RemoteId is not { } name || name.StartsWith('@'))
            return $"the network has no name for what {conversation.Handle} said (\"{Excerpt.Of(word.Text)}\"), so it cannot be answered there. Close it with inbox.close and a word.";

        if (word.Id > covered || answer.IsFurther)
            return null;

        return words.FirstOrDefault(each => each.IsOurs && each.Answers >= word.Id) is { } ours
            ? string.Create(CultureInfo.InvariantCulture, $"{ours.AskedBy} has answered it at {ours.At.ToUniversalTime():HH:mm:ss}Z: \"{Excerpt.Of(ours.Text)}\". Nothing was sent; further=true says something more.")
            : conversation.State == ConversationState.Closed
                ? "it was closed meanwhile; inbox.show tells by whom and why. Nothing was sent; further=true answers all the same."
                : "nobody waits there any more; inbox.show tells why. Nothing was sent; further=true answers all the same.";
    }

    private OurWord OursOf(Target target, string by) =>
        new() { Profile = target.Profile, RemoteId = target.RemoteId, At = target.SentAt ?? clock.GetUtcNow(), Text = target.Text, By = by };

    private static async Task AddOursAsync(IStoreTransaction transaction, long conversation, long word, OurWord ours)
    {
        var network = (await transaction.ReadAsync(
            $"select k.network from inbox_conversation c join inbox_contact k on k.id = c.contact where c.id = {conversation}", row => row.Text("network")))[0];
        await transaction.WriteAsync(
            $"""
            insert into inbox_word (conversation, network, remote_id, ours, profile, at, text, covers, asked_by)
            values ({conversation}, {network}, {ours.RemoteId}, 1, {ours.Profile}, {ours.At}, {ours.Text}, {word}, {ours.By})
            on conflict do nothing
            """);
        await transaction.WriteAsync($"update inbox_conversation set covered = {word} where id = {conversation} and covered < {word}");
        await SettleAsync(transaction, conversation);
    }

    private static Sql SelectAnswer(EffectKey key) =>
        $"""
        select a.*, w.remote_id from inbox_answer a join inbox_word w on w.id = a.word
        where a.campaign = {key.Campaign} and a.occurrence = {key.Occurrence} and a.step = {key.Step}
        """;
}
