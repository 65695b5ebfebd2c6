namespace PluginHost.Torture.Counting;

/// <summary>What became of one post, by all who know.</summary>
internal sealed record PostEnd
{
    private bool IsSent { get; init; }

    private bool IsRefusedForGood { get; init; }

    private bool IsLost { get; init; }

    private bool IsUnknown { get; init; }

    private bool IsTwice { get; init; }

    private bool IsHeldBack { get; init; }

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public string Complaint { get; private init; } = "";

    /// <param name="post">The post.</param>
    /// <param name="entries">What the outbox has under its profile and text.</param>
    /// <param name="published">How often it stands on the network.</param>
    /// <param name="isRefused">Whether the network's log shows that it refused it for good.</param>
    /// <param name="isUnanswered">Whether a kill met its send, the network's log shows its answer lost or late, or the client noted that it came too late.</param>
    public static PostEnd Of(PlannedPost post, IReadOnlyList<OutboxEntry> entries, int published, bool isRefused, bool isUnanswered)
    {
        if (published > 1)
            return new PostEnd { IsTwice = true, Complaint = $"published {published} times" };

        if (entries.Count != 1)
            return new PostEnd { IsLost = true, Complaint = entries.Count == 0 ? "not in the outbox any more" : $"{entries.Count} times in the outbox" };

        var said = entries[0].Reason.Length > 0 ? $"{entries[0].State}, {entries[0].Reason}" : entries[0].State;
        return entries[0].State switch
        {
            "sent" when published == 1 => new PostEnd { IsSent = true },
            "sent" => new PostEnd { IsLost = true, Complaint = "sent, says the outbox, and the network has nothing" },
            "refused" when published == 0 && isRefused => new PostEnd { IsRefusedForGood = true },
            "refused" when published == 0 => new PostEnd { IsLost = true, Complaint = $"{said}, and the network never refused it for good" },
            "refused" => new PostEnd { Complaint = $"{said}, says the outbox, and it stands on the network" },
            "unknown" when Kinds.CanSettle(post.Kind) => new PostEnd { IsUnknown = true, Complaint = $"{said}, where a key or a look could have told" },
            "unknown" when !isUnanswered => new PostEnd { IsUnknown = true, Complaint = $"{said}, and neither a kill nor the network nor a wait that was given up explains why" },
            "unknown" => new PostEnd { IsUnknown = true },
            "scheduled" when published == 0 && entries[0].IsHeldBack => new PostEnd { IsHeldBack = true },
            _ => new PostEnd { IsLost = published == 0, Complaint = $"still {said}" },
        };
    }

    public KindTally AddTo(KindTally tally) => tally with
    {
        Posts = tally.Posts + 1,
        Sent = tally.Sent + (IsSent ? 1 : 0),
        RefusedForGood = tally.RefusedForGood + (IsRefusedForGood ? 1 : 0),
        Lost = tally.Lost + (IsLost ? 1 : 0),
        Twice = tally.Twice + (IsTwice ? 1 : 0),
        Unknown = tally.Unknown + (IsUnknown ? 1 : 0),
        HeldBack = tally.HeldBack + (IsHeldBack ? 1 : 0),
    };
}
