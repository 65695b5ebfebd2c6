namespace PluginHost.Campaigns;

/// <summary>Which texts count as similar, and where they are looked for.</summary>
public sealed record SimilarSearch
{
    /// <summary>The text that others are compared with.</summary>
    public required string Text { get; init; }

    /// <summary>The profiles whose texts are looked through, by their names.</summary>
    public required IReadOnlyList<string> Profiles { get; init => field = [.. value]; }

    /// <summary>The earliest time for which a text counts.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The latest time for which a text counts.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>How similar they must be: 1 is the same but for case, punctuation and links.</summary>
    /// <value>0.6: of the runs of four letters that either has, both have six in ten.</value>
    public double AtLeast { get; init; } = 0.6;

    /// <summary>The id of the post that is looked at, which is not to be found.</summary>
    /// <value><see langword="null"/>: it is not planned yet.</value>
    public string? Except { get; init; }
}
