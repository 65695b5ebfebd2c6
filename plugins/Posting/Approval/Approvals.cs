using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Says whether a post may go out by the word of those who approve. A yes is given to bytes: whatever the post says otherwise afterwards needs another one. What
/// lacks it when its time comes is held, and never dropped.
/// </summary>
internal sealed class Approvals(ApprovalRule rule, IHost host, Outbox outbox, VerdictTable verdicts)
{
    /// <summary>With this begins the reason of what is held for want of an approval.</summary>
    public const string NotApproved = "not approved: ";

    public ApprovalRule Rule => rule;

    /// <summary>Why a target must not go out now.</summary>
    /// <returns>The reason; null where nothing stands against it.</returns>
    public async Task<string?> HoldsBackAsync(OutboxTarget target, Profile profile)
    {
        // Names and purposes may have changed since the workspace was opened.
        if (rule.For.Count > 0 && rule.WhyUnclear((await host.Services.GetAsync<IProfiles>(CancellationToken.None)).All) is { } unclear)
            return $"{NotApproved}{unclear}";

        if (!rule.Needs(profile))
            return null;

        var consent = await FindAsync(target.Post, await outbox.ReadPostAsync(target.Post, CancellationToken.None), CancellationToken.None);
        return consent.IsGiven ? null : $"{NotApproved}{consent.Against}. posting.approve lets it out, posting.undo takes it back";
    }

    /// <summary>How a post stands, whatever its profiles need.</summary>
    public async Task<Consent> FindAsync(long post, IReadOnlyList<OutboxTarget> targets, CancellationToken cancel)
    {
        var hash = await HashAsync(post, targets, cancel);
        var said = await verdicts.ReadAsync(post, cancel);

        // Asked each time, and not only when the yes is given: it may be older than the setting, or than who changed the text.
        return rule.Mode == ApprovalMode.FourEyes ? Consent.OfFourEyes(hash, said, await verdicts.ReadAuthorsAsync(post, cancel)) : Consent.Of(hash, said);
    }

    /// <summary>The posts that wait for their time, or for a word, and of which somebody must approve, with how they stand.</summary>
    public async Task<IReadOnlyList<WaitingPost>> ReadWaitingAsync(CancellationToken cancel)
    {
        if (rule.Mode == ApprovalMode.None)
            return [];

        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var waiting = new List<WaitingPost>();
        foreach (var post in (await outbox.ReadWaitingAsync(cancel)).GroupBy(target => target.Post))
        {
            if (!post.Any(target => profiles.All.FirstOrDefault(profile => profile.Name == target.Profile) is { } profile && rule.Needs(profile)))
                continue;

            var whole = await outbox.ReadPostAsync(post.Key, cancel);
            waiting.Add(new WaitingPost
            {
                Post = post.Key,
                Targets = whole,
                Due = whole.Min(target => target.DueAt),
                Author = string.Join(" and ", await verdicts.ReadAuthorsAsync(post.Key, cancel)),
                Consent = await FindAsync(post.Key, whole, cancel),
            });
        }

        return waiting;
    }

    /// <summary>Approves or rejects a post as it stands.</summary>
    /// <param name="post">The post.</param>
    /// <param name="word">Approved or rejected.</param>
    /// <param name="seen">The hash of what the person was shown, or its beginning; empty: not said.</param>
    /// <param name="note">Why.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="WrongUseException">There is no such post, it says something else by now, or this person may not approve it.</exception>
    public async Task<Consent> DecideAsync(long post, string word, string seen, string note, CancellationToken cancel)
    {
        var targets = await outbox.ReadPostAsync(post, cancel);
        if (targets.Count == 0)
            throw new WrongUseException($"There is no post {post} here. posting.approvals shows what waits.");

        if (!targets.Any(target => target.State is TargetState.Draft or TargetState.Scheduled or TargetState.Leased))
            throw new WrongUseException($"Nothing of post {post} waits any more. posting.show post={post} tells what became of it.");

        var hash = await HashAsync(post, targets, cancel);
        if (!hash.StartsWith(seen, StringComparison.Ordinal))
            throw new WrongUseException($"Post {post} was changed since you looked at it. Look again: posting.show post={post}.");

        if (word == Verdict.Approved)
            await RefuseAuthorAsync(post, cancel);

        await verdicts.AddAsync(
            new Verdict { Post = post, BodyHash = hash, Word = word, Name = host.Workspace.Person, At = host.Clock.GetUtcNow(), Note = note.Trim() }, cancel);
        if (word == Verdict.Approved)
            await outbox.LetApprovedGoAsync(post);

        return await FindAsync(post, targets, cancel);
    }

    private async Task RefuseAuthorAsync(long post, CancellationToken cancel)
    {
        if (rule.Mode != ApprovalMode.FourEyes)
            return;

        var person = host.Workspace.Person;
        var authors = await verdicts.ReadAuthorsAsync(post, cancel);
        if (authors.Count == 0)
            throw new WrongUseException($"Nobody knows who wrote post {post}, so nobody can tell whether four eyes have seen it. Take it back and plan it anew.");

        if (authors.Contains(person, StringComparer.OrdinalIgnoreCase))
        {
            throw new WrongUseException(
                $"{person} wrote post {post}, and this workspace wants four eyes: somebody else must approve it. "
                + "Who you are is your login, or the variable PLUGINHOST_USER.");
        }
    }

    // All that people will see of it: texts, and the bytes and descriptions of what goes with them. What a part of a thread answers it learns only on its way.
    private async Task<string> HashAsync(long post, IReadOnlyList<OutboxTarget> targets, CancellationToken cancel)
    {
        var said = BodyHash.Of(Threads.VariantsOf(targets, Array.Empty<Medium>().ToLookup(_ => "")));
        return await outbox.ReadMediaHashesAsync(post, cancel) is { Count: > 0 } media ? BodyHash.Of(string.Join('\n', media.Prepend(said))) : said;
    }
}
