namespace PluginHost.Campaigns;

/// <summary>A prize, and who has won it.</summary>
public sealed record Award
{
    /// <summary>Which prize, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The prize in words.</summary>
    public required string Prize { get; init; }

    /// <summary>The winner, as the network names them for ever.</summary>
    public required string Id { get; init; }

    /// <summary>The winner's handle.</summary>
    public required string Handle { get; init; }

    /// <summary>The profile that they answered, and that has told them.</summary>
    public required string Profile { get; init; }

    /// <summary>The winner's place in the order of the draw, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>What became of it.</summary>
    public required AwardState State { get; init; }

    /// <summary>Until when the winner may answer.</summary>
    /// <value><see langword="null"/>: they have not been told yet.</value>
    public DateTimeOffset? ClaimUntil { get; init; }

    /// <summary>Why it was passed on, or how it was claimed.</summary>
    /// <value>Empty.</value>
    public string Reason { get; init; } = "";
}
