using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Rows of the outbox as posts and threads: what was one variant is one again.</summary>
internal static class Threads
{
    /// <summary>What was asked for, variant by variant.</summary>
    /// <param name="post">The targets.</param>
    /// <param name="media">What goes with them, by their keys.</param>
    public static IReadOnlyList<Variant> VariantsOf(IReadOnlyList<OutboxTarget> post, ILookup<string, Medium> media) =>
    [
        .. ByThread(post).Select(parts => new Variant
        {
            Profile = parts[0].Profile,
            Text = parts[0].Text,
            More = [.. parts.Skip(1).Select(part => part.Text)],
            Media = [.. parts.SelectMany(part => media[part.Key].Select(medium => medium with { Part = part.Part - parts[0].Part }))],
            Language = parts[0].Language,
            InReplyTo = parts[0].InReplyTo,
            Extras = parts[0].Extras,
        }),
    ];

    /// <summary>The targets of a post as the contract shows them.</summary>
    public static IReadOnlyList<Target> TargetsOf(IReadOnlyList<OutboxTarget> post) =>
    [
        .. ByThread(post).Select(parts =>
        {
            var whole = Whole(parts);
            return new Target
            {
                Profile = whole.Profile,
                Network = whole.Network,
                Text = parts[0].Text,
                Parts = parts.Count == 1 ? [] : [.. parts.Select(part => part.ToPart() with { Reason = ReasonOf(part, parts) })],
                State = whole.State,
                RemoteId = parts[0].RemoteId,
                Link = parts[0].Link,
                Reason = whole.Reason,
                SentAt = whole.State == TargetState.Sent ? parts[0].SentAt : null,
            };
        }),
    ];

    /// <summary>Rows with each thread as one: where it stands is where its first part stands that is not out.</summary>
    public static IReadOnlyList<OutboxTarget> Whole(IEnumerable<OutboxTarget> rows) => [.. ByThread(rows).Select(Whole)];

    /// <summary>The same, with what is known of each post.</summary>
    public static IReadOnlyList<ShownTarget> Whole(IReadOnlyList<ShownTarget> rows)
    {
        var known = rows.ToDictionary(row => row.Target.Key);
        return [.. ByThread(rows.Select(row => row.Target)).Select(parts => known[parts[0].Key] with { Target = Whole(parts) })];
    }

    /// <summary>The parts of each thread together, in the order in which the first of each comes.</summary>
    public static IEnumerable<IReadOnlyList<OutboxTarget>> ByThread(IEnumerable<OutboxTarget> rows) =>
        rows.GroupBy(row => (row.Post, row.Place - row.Part)).Select(thread => (IReadOnlyList<OutboxTarget>)[.. thread.OrderBy(part => part.Part)]);

    /// <summary>Why a row stands as it does, with what its thread has to do with it.</summary>
    public static string ReasonOf(OutboxTarget row, IReadOnlyList<OutboxTarget> post) =>
        ThreadOrder.HeldBackBy(row, post) is { Length: > 0 } heldBack ? heldBack : row.Reason;

    private static OutboxTarget Whole(IReadOnlyList<OutboxTarget> parts)
    {
        if (parts[0].Parts == 1)
            return parts[0];

        var stands = parts.FirstOrDefault(part => part.State != TargetState.Sent) ?? parts[0];
        var sent = parts.Count(part => part.State == TargetState.Sent);
        var reason = ReasonOf(stands, parts);
        return stands with
        {
            Key = parts[0].Key,
            Place = parts[0].Place,
            Part = 0,
            Text = string.Create(CultureInfo.InvariantCulture, $"{parts[0].Text} ({(sent == 0 || sent == parts[0].Parts ? "" : $"{sent}/")}{parts[0].Parts} parts)"),
            RemoteId = parts[0].RemoteId,
            Link = parts[0].Link,
            Reason = reason.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"part {stands.Part + 1} of {stands.Parts}: {reason}"),
            Attempt = parts.Max(part => part.Attempt),
        };
    }
}
