using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Looks over what waits.</summary>
internal sealed partial class Publisher
{
    /// <summary>Who must approve what.</summary>
    public required Approvals Approvals { get; init; }

    /// <summary>Whether the money is there for all that is planned.</summary>
    public required BudgetOutlook Outlook { get; init; }

    public async Task<IReadOnlyList<PlannedProblem>> CheckPlannedAsync(CancellationToken cancel)
    {
        var problems = new List<PlannedProblem>();
        var waiting = await outbox.ReadWaitingAsync(cancel);
        foreach (var post in waiting.GroupBy(target => target.Post))
        {
            List<OutboxTarget> targets = [.. post];
            problems.AddRange((await checks.CheckWaitingAsync(targets, cancel)).Select(problem => new PlannedProblem
            {
                Post = post.Key.ToString(CultureInfo.InvariantCulture),
                At = targets[0].State == TargetState.Draft ? null : targets[0].PlannedAt ?? targets[0].CreatedAt,
                Problem = problem,
            }));
        }

        problems.AddRange(await Outlook.LookAsync(waiting, cancel));
        List<WaitingPost> unapproved = [.. (await Approvals.ReadWaitingAsync(cancel)).Where(post => !post.Consent.IsGiven && post.Due is not null)];
        problems.AddRange(unapproved.Select(Unapproved));
        problems.AddRange(waiting.Where(target => target.HeldAt is not null && !unapproved.Exists(post => post.Post == target.Post)).Select(Held));
        return problems;
    }

    // Its time was missed, or no money is left: without a word it never goes out.
    private static PlannedProblem Held(OutboxTarget target) => new()
    {
        Post = target.Post.ToString(CultureInfo.InvariantCulture),
        At = target.PlannedAt ?? target.CreatedAt,
        Problem = new Problem
        {
            Rule = "posting.held",
            Severity = Severity.Error,
            Profile = target.Profile,
            Message = $"It waits for your word: {target.Reason}. posting.now post={target.Post} sends it, posting.undo post={target.Post} takes it back.",
        },
    };

    private PlannedProblem Unapproved(WaitingPost post)
    {
        var now = host.Clock.GetUtcNow();
        return new PlannedProblem
        {
            Post = post.Post.ToString(CultureInfo.InvariantCulture),
            At = post.Due,
            Problem = new Problem
            {
                Rule = "posting.approval",
                Severity = post.Due <= now + Approvals.Rule.Warning ? Severity.Error : Severity.Warning,
                Message = $"It waits for approval, {post.DueFrom(now)}: {post.Consent.Against}. posting.approve post={post.Post} lets it out.",
            },
        };
    }
}
