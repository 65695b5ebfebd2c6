using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Which parts of a thread may go, which wait, and for what. It looks at all targets of a post: a thread is a profile's rows in it.</summary>
internal static class ThreadOrder
{
    /// <summary>The part that a part answers; null for the first.</summary>
    public static OutboxTarget? Before(OutboxTarget part, IReadOnlyList<OutboxTarget> post) =>
        part.Part == 0 ? null : post.FirstOrDefault(other => other.Place == part.Place - 1);

    /// <summary>Whether the part before it is there, so that it may be sent.</summary>
    public static bool MayGo(OutboxTarget part, IReadOnlyList<OutboxTarget> post) =>
        part.Part == 0 || Before(part, post) is { State: TargetState.Sent, RemoteId: not null };

    /// <summary>Whether the parts after it may leave with it: it is the first, and its network publishes a thread as one.</summary>
    public static bool LeavesTogether(OutboxTarget part, NetworkRules? rules) => part is { Part: 0, Parts: > 1 } && rules is { ThreadsAtOnce: true };

    /// <summary>The parts after the first, where all of them wait for nothing but their turn; else none.</summary>
    public static IReadOnlyList<OutboxTarget> After(OutboxTarget first, IReadOnlyList<OutboxTarget> post)
    {
        var rest = post.Where(part => part.Place > first.Place && part.Place < first.Place + first.Parts).OrderBy(part => part.Place).ToList();
        return rest.Count == first.Parts - 1 && rest.TrueForAll(part => part is { State: TargetState.Scheduled, HeldAt: null, RefusedBy: null }) ? rest : [];
    }

    /// <summary>Whether it goes on by itself: itself, and all that it waits for.</summary>
    /// <param name="part">The part, or a post of one.</param>
    /// <param name="post">All targets of the post.</param>
    /// <param name="settlesDoubts">Whether a doubt that is looked into by itself goes on too.</param>
    public static bool IsOpen(OutboxTarget part, IReadOnlyList<OutboxTarget> post, bool settlesDoubts)
    {
        if (!part.IsOpen && !(settlesDoubts && part.IsToSettle))
            return false;

        return MayGo(part, post) || (Before(part, post) is { } before && IsOpen(before, post, settlesDoubts));
    }

    /// <summary>Why a part does not go, in words: a part before it has not arrived for certain.</summary>
    /// <returns>The words; empty where nothing but its turn keeps it.</returns>
    public static string HeldBackBy(OutboxTarget part, IReadOnlyList<OutboxTarget> post)
    {
        if (part.State is not (TargetState.Scheduled or TargetState.Leased))
            return "";

        for (var before = Before(part, post); before is not null; before = Before(before, post))
        {
            var number = before.Part + 1;
            if (before.State == TargetState.Sent)
                return before.RemoteId is null ? string.Create(CultureInfo.InvariantCulture, $"nobody knows the id of part {number}, which it answers; posting.settle takes it") : "";

            if (before.State is TargetState.Unknown or TargetState.Refused)
                return string.Create(CultureInfo.InvariantCulture, $"part {number} is {TargetStates.Text(before.State)}, and it waits for it; posting.settle goes on from there");
        }

        return "";
    }

    /// <summary>Whether a part that was refused, or has no id, keeps others waiting: then a person may say how it really stands.</summary>
    public static bool KeepsOthers(OutboxTarget part, IReadOnlyList<OutboxTarget> post) =>
        (part.State == TargetState.Refused || part is { State: TargetState.Sent, RemoteId: null })
        && post.Any(next => next.Part > 0 && next.Place == part.Place + 1 && next.State is TargetState.Scheduled or TargetState.Leased);
}
