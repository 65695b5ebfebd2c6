using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What is said again and again.</summary>
internal sealed record Repetition
{
    /// <summary>The campaign of the effects that its posts are.</summary>
    public const string Campaign = "posting.repeat";

    public required long Id { get; init; }

    public required IReadOnlyList<string> Profiles { get; init; }

    /// <summary>The schedule, with its zone.</summary>
    public required string Schedule { get; init; }

    /// <summary>What it says, in turns.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Who wrote its texts; null: nobody knows.</summary>
    public string? Author { get; init; }

    /// <summary>The last instant at which it may come; null: any.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How often it comes at most; 0: without end.</summary>
    public long Times { get; init; }

    public Missed? Missed { get; init; }

    /// <summary>When it was begun, or gone on with: nothing is made for a time before.</summary>
    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Up to here its posts are in the outbox.</summary>
    public required DateTimeOffset RolledUntil { get; init; }

    /// <summary>How many posts were made so far.</summary>
    public long Made { get; init; }

    /// <summary>Whether nothing more will be made.</summary>
    public bool IsOver => StoppedAt is not null || (Times > 0 && Made >= Times) || RolledUntil >= Until;

    public static Repetition Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Profiles = row.Text("profiles").Split(' '),
        Schedule = row.Text("schedule"),
        Author = row.TextOrNull("author"),
        Until = row.InstantOrNull("until"),
        Times = row.Integer("most"),
        Missed = Missed.Read(row.Text("missed"), row.Integer("grace")),
        Since = row.Instant("since"),
        StoppedAt = row.InstantOrNull("stopped_at"),
        RolledUntil = row.Instant("rolled_until"),
        Made = row.Integer("made"),
    };

    /// <summary>
    /// The name of one time. By the wall clock where one is meant: when the rules of the zone change, the instant moves, and it is still the same time.
    /// </summary>
    public static string NameOf(DueTime due) => due.IsOnWallClock ? $"{due.Wall:yyyy-MM-dd'T'HH:mm:ss} {due.Zone.Id}" : due.Name;
}
