using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How a target stands, as a person is told: a sign and a word, what is known of it, and what comes next.</summary>
internal sealed record Standing
{
    /// <summary>What it needs, the most pressing first.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>A <see cref="Sdk.Sign"/>, or a dot where there is nothing to wait for.</summary>
    public required string Sign { get; init; }

    public required string Word { get; init; }

    /// <summary>Why it stands so, and what can be done about it.</summary>
    public required string Next { get; init; }

    /// <summary>Sign and word, as a cell shows them.</summary>
    public string Text => $"{Sign} {Word}";

    public static Standing Of(OutboxTarget target, DateTimeOffset now, Timing timing) => target.State switch
    {
        TargetState.Sent => Make(Urgency.Done, Sdk.Sign.Good, "out", target.Link ?? target.Reason),
        TargetState.Draft => Make(Urgency.Draft, "·", "draft", "give it a time, or send it now"),
        TargetState.Leased or TargetState.Sending => Make(Urgency.UnderWay, Sdk.Sign.Waiting, "on its way", ""),
        TargetState.Unknown => Make(Urgency.Person, Sdk.Sign.Doubt, "unknown", Join(target.Reason, NextOfDoubt(target, now))),
        TargetState.Refused when target.RefusedBy == RefusedBy.Missed => Make(Urgency.Done, Sdk.Sign.Bad, "missed", target.Reason),
        TargetState.Refused when target.RefusedBy == RefusedBy.Asker => Make(Urgency.Done, "·", "taken back", target.Reason),
        TargetState.Refused when IsTakenBack(target) => Make(Urgency.Done, "·", "taken back", ""),
        TargetState.Refused => Make(Urgency.Done, Sdk.Sign.Bad, "refused", target.Reason),
        TargetState.Scheduled when target.HeldAt is not null && target.Reason.Length > 0 && target.Reason != Outbox.TooLate =>
            Make(Urgency.Person, Sdk.Sign.Warning, "held", target.Reason),
        TargetState.Scheduled when target.HeldAt is not null =>
            Make(Urgency.Person, Sdk.Sign.Warning, "too late", "nobody was there to send it in time: send it now, or take it back"),
        TargetState.Scheduled when target.DueAt < now - timing.Lease =>
            Make(Urgency.Person, Sdk.Sign.Warning, "overdue", Join(target.Reason, "it is due, and nobody has sent it: send it now, or serve the workspace")),
        TargetState.Scheduled when target.Reason.Length > 0 => Make(Urgency.UnderWay, Sdk.Sign.Warning, "put off", target.Reason),
        TargetState.Scheduled => Make(Urgency.UnderWay, Sdk.Sign.Waiting, "planned", Join(target.Clocks, target.Missed is { } missed ? $"if missed, {missed.Text}" : "")),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target.State, "This state has no words."),
    };

    /// <summary>Whether somebody stopped it on purpose before anything had left. That is no failure.</summary>
    public static bool IsTakenBack(OutboxTarget target) =>
        target.Attempt == 0 && target.RefusedBy is RefusedBy.Person or RefusedBy.Caller;

    private static string NextOfDoubt(OutboxTarget target, DateTimeOffset now) => target.HeldAt is null && target.DueAt > now
        ? "it is looked for again when it can no longer arrive late"
        : "look there, and say how it ended";

    private static string Join(string reason, string next) => reason.Length == 0 ? next : next.Length == 0 ? reason : $"{reason}; {next}";

    private static Standing Make(Urgency urgency, string sign, string word, string next) =>
        new() { Urgency = urgency, Sign = sign, Word = word, Next = next };
}
