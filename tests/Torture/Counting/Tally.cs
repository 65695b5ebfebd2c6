namespace PluginHost.Torture.Counting;

/// <summary>
/// Holds what was planned against what the outbox says and against what the network's own log shows, and judges: nothing lost, nothing twice, every
/// post that could be settled sent or refused for good, and each that is unknown with a reason to be.
/// </summary>
internal sealed record Tally
{
    private Tally(IReadOnlyList<KindTally> kinds, IReadOnlyList<string> complaints)
    {
        Kinds = kinds;
        Complaints = complaints;
    }

    public IReadOnlyList<KindTally> Kinds { get; }

    /// <summary>What must not be, a line each.</summary>
    public IReadOnlyList<string> Complaints { get; }

    public int Posts => Kinds.Sum(kind => kind.Posts);

    public int Lost => Kinds.Sum(kind => kind.Lost);

    public int Twice => Kinds.Sum(kind => kind.Twice);

    public int Unknown => Kinds.Sum(kind => kind.Unknown);

    public int TimedOut => Kinds.Sum(kind => kind.TimedOut);

    public bool Holds => Complaints.Count == 0;

    /// <param name="planned">What the outbox has taken.</param>
    /// <param name="outbox">What it says at the end.</param>
    /// <param name="network">What the network says.</param>
    /// <param name="killedInside">The sends that a kill met, each once for each attempt.</param>
    /// <param name="timedOut">The sends whose answer the client gave up waiting for, as it noted at the time, each once for each attempt.</param>
    public static Tally Of(
        IReadOnlyList<PlannedPost> planned,
        IReadOnlyList<OutboxEntry> outbox,
        NetworkFindings network,
        IReadOnlyList<(string Profile, string Text)> killedInside,
        IReadOnlyList<(string Profile, string Text)> timedOut)
    {
        var complaints = new List<string>();
        var entries = outbox.ToLookup(entry => (entry.Profile, entry.Text));
        var published = network.Published.CountBy(post => post).ToDictionary();
        var refused = network.RefusedForGood.ToHashSet();
        var unanswered = network.LostAnswers.ToHashSet();

        // What the network's log explains is not counted twice.
        var late = timedOut.Where(send => !unanswered.Contains(send)).ToList();
        unanswered.UnionWith(killedInside);
        unanswered.UnionWith(late);
        var kinds = new List<KindTally>();
        foreach (var group in planned.GroupBy(post => post.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var profiles = group.Select(post => post.Profile).ToHashSet();
            var tally = new KindTally
            {
                Kind = group.Key,
                LostAnswers = network.LostAnswers.Count(answer => profiles.Contains(answer.Profile)),
                TimedOut = late.Count(send => profiles.Contains(send.Profile)),
                KilledInside = killedInside.Count(send => profiles.Contains(send.Profile)),
            };
            foreach (var post in group)
            {
                var id = (post.Profile, post.Text);
                var end = PostEnd.Of(post, [.. entries[id]], published.GetValueOrDefault(id), refused.Contains(id), unanswered.Contains(id));
                tally = end.AddTo(tally);
                if (end.Complaint.Length > 0)
                    complaints.Add($"{post.Profile} \"{post.Text}\": {end.Complaint}");
            }

            if (tally.Unknown > tally.KilledInside + tally.LostAnswers + tally.TimedOut)
            {
                complaints.Add(
                    $"{tally.Unknown} posts on {tally.Kind} are unknown; {tally.KilledInside} kills inside a send, {tally.LostAnswers} lost answers and "
                    + $"{tally.TimedOut} that came too late explain fewer.");
            }

            kinds.Add(tally);
        }

        var known = planned.Select(post => (post.Profile, post.Text)).ToHashSet();
        complaints.AddRange(network.Published.Where(post => !known.Contains(post)).Select(post => $"{post.Profile} \"{post.Text}\": nobody planned it"));
        return new Tally(kinds, complaints);
    }
}
