namespace PluginHost.Campaigns;

/// <summary>What is promised in a giveaway, to whom. It is fixed before anybody enters, and its digest is published before the draw.</summary>
public sealed record GiveawayTerms
{
    /// <summary>Names the giveaway in this workspace for ever: small letters, digits and hyphens, at most 40.</summary>
    public required string Id { get; init; }

    /// <summary>What people know it by, at most 60 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The prizes, the first drawn first.</summary>
    public required IReadOnlyList<string> Prizes { get; init => field = [.. value]; }

    /// <summary>The announcement, a variant a profile. Answers to it are entries.</summary>
    public required IReadOnlyList<Variant> Announcement { get; init => field = [.. value]; }

    /// <summary>Until when entries count.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Who takes part.</summary>
    /// <value>Whoever answers.</value>
    public EntryRules Rules { get; init; } = new();

    /// <summary>How long a winner has to answer; then the prize goes to the next in the order of the draw.</summary>
    /// <value>Two days.</value>
    public TimeSpan Claim { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long after it is named the drand round comes that decides: what it says must be unknown while it is published.</summary>
    /// <value>Ten minutes.</value>
    public TimeSpan Lead { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What a winner is told, by language; the empty one for all others. <c>{handle}</c>, <c>{prize}</c>, <c>{title}</c> and <c>{until}</c> are filled in.</summary>
    /// <value>A plain text in English.</value>
    public IReadOnlyDictionary<string, string> Notice { get; init => field = new Dictionary<string, string>(value); } = new Dictionary<string, string>();

    /// <summary>Whether a person begins each step. What was begun is gone on with in any case.</summary>
    /// <value><see langword="false"/>: whoever serves the workspace does each step when it is due.</value>
    public bool ByHand { get; init; }
}
