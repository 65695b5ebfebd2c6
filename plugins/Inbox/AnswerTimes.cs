using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>How long people waited for a first answer, by profile. Worked out from the words each time: a number that is kept can be wrong, words cannot.</summary>
internal sealed record AnswerTimes
{
    public required string Profile { get; init; }

    /// <summary>How many conversations people have begun.</summary>
    public required int Begun { get; init; }

    public required int Answered { get; init; }

    /// <summary>How many have no answer, and were neither closed nor taken back.</summary>
    public required int Unanswered { get; init; }

    /// <summary>The time that as many waited longer for as shorter; of an even number, the mean of the two in the middle. Null: nobody was answered.</summary>
    public required TimeSpan? Median { get; init; }

    public required TimeSpan? Slowest { get; init; }

    /// <summary>From the first word of theirs to the first of ours that answers it, of conversations that began at an instant or later.</summary>
    public static async Task<IReadOnlyList<AnswerTimes>> ReadAsync(IStore store, DateTimeOffset since, CancellationToken cancel)
    {
        var conversations = await store.ReadAsync(
            $"""
            select f.profile, f.at as asked, c.waits_since,
                (select min(o.at) from inbox_word o where o.conversation = c.id and o.ours = 1 and o.covers >= f.id) as answered
            from inbox_conversation c join inbox_word f on f.id = (select min(w.id) from inbox_word w where w.conversation = c.id and w.ours = 0)
            where f.at >= {since}
            """,
            row => (Profile: row.Text("profile"), Asked: row.Instant("asked"), Answered: row.InstantOrNull("answered"), Waits: row.InstantOrNull("waits_since") is not null),
            cancel);
        return
        [
            .. conversations.GroupBy(each => each.Profile).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            {
                // Clocks of networks differ by a little: nobody is answered before they ask.
                var times = group.Where(each => each.Answered is not null)
                    .Select(each => each.Answered!.Value > each.Asked ? each.Answered.Value - each.Asked : TimeSpan.Zero).Order().ToList();
                return new AnswerTimes
                {
                    Profile = group.Key,
                    Begun = group.Count(),
                    Answered = times.Count,
                    Unanswered = group.Count(each => each is { Answered: null, Waits: true }),
                    Median = times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2,
                    Slowest = times.Count == 0 ? null : times[^1],
                };
            }),
        ];
    }
}
