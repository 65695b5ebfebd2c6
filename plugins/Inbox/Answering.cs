using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>
/// The way of an answer: committed as begun, published under its own key, ended with what became of it. Killed anywhere, it is gone on with by whoever looks next; the
/// publisher knows the key, so that it is said once.
/// </summary>
internal sealed class Answering(IHost host, Conversations conversations, Elsewhere elsewhere)
{
    // How long a process may be about it before another one lends a hand. It would do no harm earlier.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What has lain that long would come as a surprise: to who wrote it, and to who has given up waiting.
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(1);

    // What keeps the answer of a conversation from leaving, as it was told.
    private readonly Dictionary<long, string> _told = [];

    /// <summary>Answers.</summary>
    /// <returns>What became of it, for who asked.</returns>
    public async Task<AnswerResult> AnswerAsync(ConversationAnswer answer, CancellationToken cancel)
    {
        var key = answer.Effect ?? new EffectKey
        {
            Campaign = Conversations.Ourselves,
            Occurrence = host.Random.NewId().ToString(),
            Step = $"answer {answer.Conversation}",
        };

        // Somebody may have answered elsewhere a moment ago.
        if (await elsewhere.WhoAnswersAsync(answer.Conversation, cancel) is { } other)
            return new NotAnswered { Reason = other };

        var start = await conversations.BeginAsync(answer, key, cancel);
        return start.Begun is { } begun ? await SendNowAsync(begun, cancel) : start.End!;
    }

    /// <summary>Goes on with answers that somebody has begun and not ended.</summary>
    /// <returns>When to look again; null: nothing is under way.</returns>
    public async Task<DateTimeOffset?> GoOnAsync(CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        foreach (var begun in await conversations.ReadBegunAsync(cancel))
        {
            if (begun.Post is { } post)
                await TryAsync(begun, () => LookAfterAsync(begun, post, cancel));
            else if (begun.BegunAt + Patience is var due && due > host.Clock.GetUtcNow())
                next = due < next ? due : next ?? due;
            else
                await TryAsync(begun, () => ResumeAsync(begun, cancel));
        }

        return next;
    }

    // Whoever stops it here means that it is not to be said. What keeps it from leaving may pass, and then it is said by whoever looks next.
    private async Task<AnswerResult> SendNowAsync(BegunAnswer begun, CancellationToken cancel)
    {
        try
        {
            if (await WhoWasFasterAsync(begun, cancel) is { } faster)
            {
                await conversations.EndUnsentAsync(begun, "dropped", faster, CancellationToken.None);
                return new NotAnswered { Reason = faster };
            }

            return await SendAsync(begun, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await DropUnlessKnownAsync(begun);
            throw;
        }
        catch (PluginHostException error)
        {
            return new AnswerUnderWay
            {
                Reason = $"{error.Message} The answer is kept, and tried again for an hour; inbox.close conversation={begun.Conversation} takes it back.",
            };
        }
    }

    // Looked at again now that it is committed: from here on nobody begins another one here, and what was begun elsewhere before is seen.
    private async Task<string?> WhoWasFasterAsync(BegunAnswer begun, CancellationToken cancel)
    {
        var faster = await elsewhere.WhoAnswersAsync(begun.Conversation, cancel);
        if (faster is null && !await conversations.IsWantedAsync(begun, cancel))
            faster = "it was answered, closed or taken back meanwhile; inbox.show tells. Nothing was sent.";

        // Asked last: what is out already is ours, where the same effect is asked for again.
        return faster is not null && await FindAsync(begun, cancel) is null ? faster : null;
    }

    private async Task DropUnlessKnownAsync(BegunAnswer begun)
    {
        try
        {
            if (await FindAsync(begun, CancellationToken.None) is null)
                await conversations.EndUnsentAsync(begun, "dropped", "it was cancelled before it could leave", CancellationToken.None);
        }
        catch (PluginHostException)
        {
            // Nobody can say now whether it has left. It is looked after like any other that was begun.
        }
    }

    private async Task<GivenAnswer?> FindAsync(BegunAnswer begun, CancellationToken cancel) =>
        (await elsewhere.ReadAsync(begun.Profile, [begun.RemoteId], cancel)).FirstOrDefault(given => given.Effect == begun.Effect);

    private async Task<AnswerResult> SendAsync(BegunAnswer begun, CancellationToken cancel)
    {
        PublishResult result;
        try
        {
            var publisher = await host.Services.GetAsync<IPublisher>(cancel);
            result = await publisher.PublishAsync(begun.ToPlan(), cancel);
        }
        catch (PluginHostException wrong) when (wrong is WrongUseException or ChangedEffectException)
        {
            // Nothing was committed there, and never will be: the profile or its network is gone, or the key stands for something else.
            await conversations.EndUnsentAsync(begun, "refused", wrong.Message, CancellationToken.None);
            return new NotAnswered { Reason = wrong.Message };
        }

        // What has left has left, whoever has stopped waiting for it.
        return result switch
        {
            Published { Post: var post } => await EndAsync(begun, post.Id, post.Targets[0], CancellationToken.None),
            NotPublished { Problems: var problems } => await RefuseAsync(begun, string.Join(" ", problems), CancellationToken.None),
            var other => throw new InvalidOperationException($"The publisher answered with {other}."),
        };
    }

    private async Task<AnswerResult> EndAsync(BegunAnswer begun, string post, Target target, CancellationToken cancel)
    {
        switch (target.State)
        {
            case TargetState.Sent:
                await conversations.EndSentAsync(begun, post, target, cancel);
                return new Answered { Post = post, Profile = target.Profile, Link = target.Link };
            case TargetState.Refused:
                return await RefuseAsync(begun, target.Reason, cancel);
            default:
                var reason = $"the answer is post {post} and not out yet{(target.Reason.Length > 0 ? $": {target.Reason}" : "")}. posting.show post={post} tells what can be done.";
                await conversations.KeepUnderWayAsync(begun, post, reason, cancel);
                return new AnswerUnderWay { Reason = reason };
        }
    }

    private async Task<AnswerResult> RefuseAsync(BegunAnswer begun, string reason, CancellationToken cancel)
    {
        await conversations.EndUnsentAsync(begun, "refused", reason, cancel);
        return new NotAnswered { Reason = $"{reason} Nothing was sent, and conversation {begun.Conversation} waits on." };
    }

    // Its post is known: it is looked at, and not asked for again, which would wait for it.
    private async Task LookAfterAsync(BegunAnswer begun, string post, CancellationToken cancel)
    {
        var given = await elsewhere.ReadAsync(begun.Profile, [begun.RemoteId], cancel);
        if (given.FirstOrDefault(answer => answer.Post == post) is { } ours && !await IsTakenBackAsync(begun, ours, cancel))
            await EndAsync(begun, post, ours.Target, cancel);
    }

    // What is held must not outlive what it answers: a person may approve it much later.
    private async Task<bool> IsTakenBackAsync(BegunAnswer begun, GivenAnswer given, CancellationToken cancel)
    {
        if (given.Target.State is not (TargetState.Draft or TargetState.Scheduled) || await conversations.IsWantedAsync(begun, cancel))
            return false;

        var publisher = await host.Services.GetAsync<IPublisher>(cancel);
        var left = (await publisher.WithdrawAsync(given.Post, cancel)).Targets[0];
        if (left.State == TargetState.Refused)
            await conversations.EndUnsentAsync(begun, "dropped", "it was answered, closed or taken back while the answer was held", CancellationToken.None);
        else
            await EndAsync(begun, given.Post, left, CancellationToken.None);

        return true;
    }

    private async Task ResumeAsync(BegunAnswer begun, CancellationToken cancel)
    {
        var isOver = await FindAsync(begun, cancel) is { } known ? await IsTakenBackAsync(begun, known, cancel) : await IsOverAsync(begun, cancel);
        if (!isOver)
            await SendAsync(begun, cancel);
    }

    private async Task TryAsync(BegunAnswer begun, Func<Task> work)
    {
        try
        {
            await work();
            _told.Remove(begun.Conversation);
        }
        catch (PluginHostException error)
        {
            // Once: it is tried every other second.
            if (_told.GetValueOrDefault(begun.Conversation) != error.Message)
                host.Output.Write(Severity.Warning, $"The answer to conversation {begun.Conversation} is not out yet: {error.Message} It is tried again.");

            _told[begun.Conversation] = error.Message;
        }
    }

    // What the publisher has not got is given up where nobody wants it, and where it has lain for too long.
    private async Task<bool> IsOverAsync(BegunAnswer begun, CancellationToken cancel)
    {
        if (!await conversations.IsWantedAsync(begun, cancel))
        {
            await conversations.EndUnsentAsync(begun, "dropped", "it was closed or taken back before the answer could leave", cancel);
            return true;
        }

        if (begun.BegunAt + Freshness > host.Clock.GetUtcNow())
            return false;

        await conversations.EndUnsentAsync(begun, "dropped", "it could not leave within an hour", cancel);
        host.Output.Write(
            Severity.Warning,
            $"The answer to conversation {begun.Conversation} was not sent: it could not leave within an hour (\"{Excerpt.Of(begun.Text)}\"). Whoever waits there waits on; inbox.answer says it anew.");
        return true;
    }
}
