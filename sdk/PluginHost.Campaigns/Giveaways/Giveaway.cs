namespace PluginHost.Campaigns;

/// <summary>A giveaway as it stands.</summary>
public sealed record Giveaway
{
    /// <summary>Its id in this workspace.</summary>
    public required string Id { get; init; }

    /// <summary>What people know it by.</summary>
    public required string Title { get; init; }

    /// <summary>How far it is.</summary>
    public required GiveawayState State { get; init; }

    /// <summary>Until when entries count.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>What comes next, in words.</summary>
    public required string Next { get; init; }

    /// <summary>When that is due.</summary>
    /// <value><see langword="null"/>: a person is to say so, or nothing comes.</value>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What stands against going on.</summary>
    /// <value>Empty: nothing.</value>
    public string Problem { get; init; } = "";

    /// <summary>How many answers came.</summary>
    public int Entries { get; init; }

    /// <summary>How many take part; known once it is frozen.</summary>
    public int Entrants { get; init; }

    /// <summary>The digest of the list of those who take part (SHA-256, hexadecimal).</summary>
    /// <value>Empty: it is not frozen yet.</value>
    public string ListDigest { get; init; } = "";

    /// <summary>The prizes with those who have or had won them, in the order of the prizes and then of the draw.</summary>
    public IReadOnlyList<Award> Awards { get; init => field = [.. value]; } = [];

    /// <summary>Whether the order is drawn.</summary>
    public bool IsDrawn => State >= GiveawayState.Drawn;

    /// <summary>Whether nothing more happens.</summary>
    public bool IsClosed => State == GiveawayState.Closed;
}
