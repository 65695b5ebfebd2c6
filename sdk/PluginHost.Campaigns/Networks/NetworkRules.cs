namespace PluginHost.Campaigns;

/// <summary>Limits of a network for one profile. Data, so that they can be shown and dated.</summary>
public sealed record NetworkRules
{
    /// <summary>What is counted.</summary>
    /// <value><see cref="CountUnit.Graphemes"/>.</value>
    public CountUnit Unit { get; init; } = CountUnit.Graphemes;

    /// <summary>How many units a post may have.</summary>
    public required int Limit { get; init; }

    /// <summary>How many UTF-8 bytes a post may have besides.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? ByteLimit { get; init; }

    /// <summary>Where the limits come from, with the date: a page of the network, or its own answer.</summary>
    public required string Source { get; init; }

    /// <summary>What the network makes of a send that it has taken before.</summary>
    /// <value><see cref="Repeats.NotRecognised"/>.</value>
    public Repeats Repeats { get; init; }

    /// <summary>How long an idempotency key is known. A repeat is safe only within it.</summary>
    /// <value>Zero: there are no keys.</value>
    public TimeSpan KeyLife { get; init; }

    /// <summary>
    /// The longest time after which a request that was given up may still be carried out, or be missing in a look-up. Nobody looks or repeats before it has
    /// passed.
    /// </summary>
    /// <value>1 minute.</value>
    public TimeSpan LandsWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Counts a text by these rules.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The count.</returns>
    public TextCount Count(string text) => TextCount.Of(text, this);
}
