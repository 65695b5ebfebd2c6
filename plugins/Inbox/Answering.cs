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
        return start.Begun is { } begun ? await SendAsync(begun, cancel) : start.End!;
    }

    /// <summary>Goes on with answers that somebody has begun and not ended.</summary>
    /// <returns>When to look again; null: nothing is under way.</returns>
    public async Task<DateTimeOffset?> GoOnAsync(CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        foreach (var begun in await conversations.ReadBegunAsync(cancel))
        {
            if (begun.Post is { } post)
                await LookAfterAsync(begun, post, cancel);
            else if (begun.BegunAt + Patience is var due && due > host.Clock.GetUtcNow())
                next = due < next ? due : next ?? due;
            else
                await ResumeAsync(begun, cancel);
        }

        return next;
    }

    private async Task<AnswerResult> SendAsync(BegunAnswer begun, CancellationToken cancel)
    {
        PublishResult result;
        try
        {
            var publisher = await host.Services.GetAsync<IPublisher>(cancel);
            result = await publisher.PublishAsync(begun.ToPlan(), cancel);
        }
        catch (WrongUseException wrong)
        {
            // Nothing was committed there: the profile or its network is gone.
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
        if (given.FirstOrDefault(answer => answer.Post == post) is { } ours)
            await EndAsync(begun, post, ours.Target, cancel);
    }

    private async Task ResumeAsync(BegunAnswer begun, CancellationToken cancel)
    {
        var given = await elsewhere.ReadAsync(begun.Profile, [begun.RemoteId], cancel);
        if (!given.Any(answer => answer.Effect == begun.Effect) && !await conversations.IsWantedAsync(begun, cancel))
        {
            await conversations.EndUnsentAsync(begun, "dropped", "it was closed or taken back before the answer could leave", cancel);
            return;
        }

        try
        {
            await SendAsync(begun, cancel);
        }
        catch (PluginHostException error)
        {
            host.Output.Write(Severity.Warning, $"The answer to conversation {begun.Conversation} is not out yet: {error.Message} It is tried again.");
        }
    }
}
