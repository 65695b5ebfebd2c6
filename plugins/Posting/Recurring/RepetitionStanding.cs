namespace PluginHost.Posting;

/// <summary>How a repetition stands.</summary>
internal sealed record RepetitionStanding
{
    public required Repetition Repetition { get; init; }

    /// <summary>When it comes next; null: not any more.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>How many of its posts wait.</summary>
    public required long Waiting { get; init; }

    public required long Sent { get; init; }

    public string State => Repetition.StoppedAt is not null ? "stopped" : Next is null && Repetition.IsOver ? "over" : "goes on";
}
