using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>A row of the outbox: one variant on one profile, as the store has it.</summary>
internal sealed record OutboxTarget
{
    /// <summary>Names the send for ever.</summary>
    public required string Key { get; init; }

    public required long Post { get; init; }

    /// <summary>The order within the post, from 0. The parts of a thread follow each other.</summary>
    public required int Place { get; init; }

    /// <summary>Which part of its thread, from 0.</summary>
    public int Part { get; init; }

    /// <summary>How many parts the thread has.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>How many pictures and films go with it.</summary>
    public int Media { get; init; }

    /// <summary>What goes with it besides.</summary>
    public PostExtras Extras { get; init; } = PostExtras.None;

    /// <summary>The thread's first part, as the network names it; null where it is that part, or nobody has taken it yet.</summary>
    public string? ThreadRoot { get; init; }

    public required string Profile { get; init; }

    public required string Network { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public string? InReplyTo { get; init; }

    public required TargetState State { get; init; }

    /// <summary>How often it was tried, 0 before the first time.</summary>
    public required int Attempt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is to go out; null: at once, or it is a draft.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>Nothing happens to it before. Null: nothing happens by itself.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was found too late to go out without a person's word.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>How often it was put off in a row.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? SendingAt { get; init; }

    /// <summary>The first attempt that may have arrived; null: none may have.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>What the first attempt that may have arrived was planned for: a repeat of it, and a look for it, are of that instant, however the post was planned since.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Why the last attempt was refused, while an earlier one is in doubt.</summary>
    public string? Refusal { get; init; }

    public string? RefusedBy { get; init; }

    public string? RemoteId { get; init; }

    public string? Link { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The wall clock that was meant, <c>2027-03-28T02:30:00</c>; null: an instant was.</summary>
    public string? Wall { get; init; }

    public string? Zone { get; init; }

    /// <summary>What the clocks do to the wall time, in words; empty: nothing.</summary>
    public string Clocks { get; init; } = "";

    /// <summary>What becomes of it where nothing runs when it is due; null: what becomes of all that its profile misses.</summary>
    public Missed? Missed { get; init; }

    /// <summary>The last instant that is known of it.</summary>
    public DateTimeOffset Time => SentAt ?? SendingAt ?? CreatedAt;

    /// <summary>Whether it goes on by itself: it has not ended, and no person is asked.</summary>
    public bool IsOpen => HeldAt is null && State is TargetState.Scheduled or TargetState.Leased or TargetState.Sending;

    /// <summary>Whether nobody knows what became of it, and it is looked into by itself.</summary>
    public bool IsToSettle => State == TargetState.Unknown && DueAt is not null;

    /// <summary>The row as a network is given it, the same to the byte each time.</summary>
    public Outgoing ToOutgoing(Profile profile) => new()
    {
        Profile = profile,
        Text = Text,
        Language = Language,
        InReplyTo = InReplyTo,
        ThreadRoot = ThreadRoot,
        Extras = Extras,
        PlannedAt = SentFor,
    };

    /// <summary>The instant that the network is told: the one of the attempt that may have arrived, else the plan's.</summary>
    public DateTimeOffset SentFor => (FirstSentAt is null ? null : FrozenAt) ?? PlannedAt ?? CreatedAt;

    /// <summary>The row as it was planned.</summary>
    public Variant ToVariant() => new() { Profile = Profile, Text = Text, Language = Language, InReplyTo = InReplyTo, Extras = Extras };

    /// <summary>The row as the contract shows a part of a thread.</summary>
    public TargetPart ToPart() => new()
    {
        Text = Text,
        State = State,
        RemoteId = RemoteId,
        Link = Link,
        Reason = Reason,
        SentAt = SentAt,
    };
}
