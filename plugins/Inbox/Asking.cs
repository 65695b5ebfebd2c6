using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>A question to many: committed, published under its own key, and known by its posts, so that what is said to them is counted.</summary>
internal sealed class Asking(IHost host, IStore store)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private readonly HashSet<long> _underWay = [];
    private DateTimeOffset _retryAt;

    /// <summary>Asks.</summary>
    /// <returns>The question as it stands then.</returns>
    /// <exception cref="NotPublishedException">A check stands against it. Nothing was asked.</exception>
    public async Task<Question> AskAsync(string text, IReadOnlyList<string> choices, IReadOnlyList<string> profiles, string by, CancellationToken cancel)
    {
        if (choices.Count == 1)
            throw new WrongUseException($"There is one choice, {choices[0]}. Name two at least, or none: then whatever they say counts.");

        if (choices.Select((choice, place) => (choice, place)).FirstOrDefault(each => Tally.Of(each.choice, choices) != each.place) is { choice: { } unclear })
            throw new WrongUseException($"The choice \"{unclear}\" cannot be told from the others. Name it so that its words stand in no other.");

        var id = await store.TransactAsync(transaction => BeginAsync(transaction, text, choices, profiles, by), cancel);
        var isMine = _underWay.Add(id);
        try
        {
            return await PublishAsync((await ReadAsync(id, cancel))!, cancel);
        }
        finally
        {
            if (isMine)
                _underWay.Remove(id);
        }
    }

    /// <summary>A question; null where there is none of that number.</summary>
    public async Task<Question?> ReadAsync(long id, CancellationToken cancel)
    {
        var known = await store.ReadAsync($"select * from inbox_question where id = {id}", Question.Read, cancel);
        return known.Count > 0 ? known[0] : null;
    }

    /// <summary>All questions, newest first.</summary>
    public Task<IReadOnlyList<Question>> ReadAllAsync(CancellationToken cancel) =>
        store.ReadAsync($"select * from inbox_question order by id desc", Question.Read, cancel);

    /// <summary>What was said in answer to it: the last word of each person that stands.</summary>
    public Task<IReadOnlyList<GatheredAnswer>> ReadAnswersAsync(long question, CancellationToken cancel) => store.ReadAsync(
        $"""
        select w.id, w.conversation, w.profile, w.text, w.at, k.handle
        from inbox_question_post p join inbox_word w on w.network = p.network and w.parent = p.remote_id and w.ours = 0 and w.gone_at is null
            join inbox_conversation c on c.id = w.conversation join inbox_contact k on k.id = c.contact
        where p.question = {question} and not exists (
            select 1 from inbox_question_post p2 join inbox_word w2 on w2.network = p2.network and w2.parent = p2.remote_id and w2.ours = 0 and w2.gone_at is null
                join inbox_conversation c2 on c2.id = w2.conversation
            where p2.question = {question} and c2.contact = c.contact and w2.id > w.id)
        order by w.id
        """,
        GatheredAnswer.Read,
        cancel);

    /// <summary>Goes on with questions that somebody has begun to ask and not ended.</summary>
    /// <returns>When to look again; null: none is under way.</returns>
    public async Task<DateTimeOffset?> GoOnAsync(CancellationToken cancel)
    {
        var begun = await store.ReadAsync($"select * from inbox_question where state = 'begun' order by id", Question.Read, cancel);
        if (begun.Count == 0)
            return null;

        var now = host.Clock.GetUtcNow();
        var due = begun.Min(question => question.At) + Patience;
        due = due < _retryAt ? _retryAt : due;
        if (due > now)
            return due;

        // Beside the rest: what is held makes the publisher wait, and nobody else shall.
        _retryAt = now + Pause;
        foreach (var question in begun.Where(question => _underWay.Add(question.Id)))
            host.Jobs.Background(string.Create(CultureInfo.InvariantCulture, $"Asking question {question.Id}"), stopping => ResumeAsync(question, stopping));

        return _retryAt;
    }

    // The same that stands as begun is what a process that was killed has left, or what is held: whoever asks again means that one.
    private async Task<long> BeginAsync(IStoreTransaction transaction, string text, IReadOnlyList<string> choices, IReadOnlyList<string> profiles, string by)
    {
        var (choiceLines, profileLines) = (Lines.Column(choices), Lines.Column(profiles));
        var begun = await ReadBegunAsync();
        if (begun.Count > 0)
            return begun[0];

        await transaction.WriteAsync(
            $"""
            insert into inbox_question (text, choices, profiles, by_whom, state, at)
            values ({text}, {choiceLines}, {profileLines}, {by}, 'begun', {host.Clock.GetUtcNow()})
            """);
        return (await ReadBegunAsync())[0];

        Task<IReadOnlyList<long>> ReadBegunAsync() => transaction.ReadAsync(
            $"select id from inbox_question where state = 'begun' and text = {text} and choices = {choiceLines} and profiles = {profileLines} order by id",
            row => row.Integer("id"));
    }

    private async Task ResumeAsync(Question question, CancellationToken cancel)
    {
        try
        {
            await PublishAsync(question, cancel);
        }
        catch (PluginHostException error)
        {
            host.Output.Write(Severity.Warning, $"Question {question.Id} is not out: {error.Message}");
        }
        finally
        {
            _underWay.Remove(question.Id);
        }
    }

    private async Task<Question> PublishAsync(Question question, CancellationToken cancel)
    {
        PublishResult result;
        try
        {
            result = await (await host.Services.GetAsync<IPublisher>(cancel)).PublishAsync(question.ToPlan(), cancel);
        }
        catch (WrongUseException wrong)
        {
            await EndAsync(question, "refused", wrong.Message);
            throw;
        }

        switch (result)
        {
            case Published { Post: var post }:
                await KeepAsync(question, post);
                break;
            case NotPublished { Problems: var problems }:
                await EndAsync(question, "refused", string.Join(" ", problems));
                throw new NotPublishedException(problems);
        }

        return (await ReadAsync(question.Id, CancellationToken.None))!;
    }

    private async Task KeepAsync(Question question, Post post)
    {
        // Counted in the transaction in which the post is known: what was said before was said to it as well.
        var conversations = new Conversations(store, host.Clock, TimeSpan.Zero);
        var targets = post.Targets.Where(target => target is { State: TargetState.Sent, RemoteId: not null }).ToList();
        await store.TransactAsync<object?>(
            async transaction =>
            {
                foreach (var target in targets)
                {
                    await transaction.WriteAsync(
                        $"""
                        insert into inbox_question_post (question, profile, network, remote_id)
                        values ({question.Id}, {target.Profile}, {target.Network}, {target.RemoteId}) on conflict (network, remote_id) do nothing
                        """);
                    await conversations.CountEarlyAsync(transaction, target.Network, target.RemoteId!);
                }

                return null;
            },
            CancellationToken.None);

        var isOpen = post.Targets.Any(target => target.State is not (TargetState.Sent or TargetState.Refused));
        var reasons = string.Join(" ", post.Targets.Where(target => target.State != TargetState.Sent).Select(target => $"{target.Profile}: {target.Reason}"));
        await EndAsync(question, isOpen ? "begun" : targets.Count > 0 ? "asked" : "refused", reasons);
    }

    private Task<int> EndAsync(Question question, string state, string reason) => store.WriteAsync(
        $"update inbox_question set state = {state}, reason = {reason} where id = {question.Id} and (state <> {state} or reason <> {reason})", CancellationToken.None);
}
