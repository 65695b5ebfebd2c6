namespace PluginHost.Posting;

/// <summary>A post that somebody must approve before it goes out.</summary>
internal sealed record WaitingPost
{
    public required long Post { get; init; }

    public required IReadOnlyList<OutboxTarget> Targets { get; init; }

    /// <summary>When it is due; null: it is a draft.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>Who wrote it.</summary>
    /// <value>Empty: nobody knows.</value>
    public required string Author { get; init; }

    public required Consent Consent { get; init; }

    /// <summary>When it is due, seen from now: <c>due in 20 minutes</c>.</summary>
    public string DueFrom(DateTimeOffset now) => Due is not { } due ? "a draft" : due - now is var rest && rest <= TimeSpan.Zero
        ? $"overdue by {Spoken(-rest)}, and held"
        : $"due in {Spoken(rest)}";

    private static string Spoken(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1.5 } => "a minute",
        { TotalMinutes: < 90 } => FormattableString.Invariant($"{Math.Round(time.TotalMinutes)} minutes"),
        { TotalHours: < 36 } => FormattableString.Invariant($"{Math.Round(time.TotalHours)} hours"),
        _ => FormattableString.Invariant($"{Math.Round(time.TotalDays)} days"),
    };
}
