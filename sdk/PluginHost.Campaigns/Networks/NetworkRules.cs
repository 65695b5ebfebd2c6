using System.Globalization;

namespace PluginHost.Campaigns;

/// <summary>Limits of a network for one profile, and how it counts. Data, so that they can be shown, dated, and taken over by another network.</summary>
public sealed record NetworkRules
{
    /// <summary>What is counted.</summary>
    /// <value><see cref="CountUnit.Graphemes"/>.</value>
    public CountUnit Unit { get; init; } = CountUnit.Graphemes;

    /// <summary>What characters weigh, where <see cref="CountUnit.Weights"/> are counted.</summary>
    /// <value>Each code point weighs 1.</value>
    public CountWeights Weights { get; init; } = new();

    /// <summary>How many units a post may have.</summary>
    public required int Limit { get; init; }

    /// <summary>How many UTF-8 bytes a post may have besides.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? ByteLimit { get; init; }

    /// <summary>How links count.</summary>
    /// <value>As the text that they are.</value>
    public LinkRules Links { get; init; } = new();

    /// <summary>Whether <c>@user@server</c> counts as <c>@user</c>.</summary>
    /// <value><see langword="false"/>.</value>
    public bool MentionsWithoutServer { get; init; }

    /// <summary>Whether a content warning counts too, in characters as a reader sees them.</summary>
    /// <value><see langword="false"/>.</value>
    public bool WarningCounts { get; init; }

    /// <summary>Whether letters and their accents are put together (Unicode's form C) before they are counted.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Composes { get; init; }

    /// <summary>Characters that the network takes in no post.</summary>
    /// <value>Empty: it takes all.</value>
    public string Refused { get; init; } = "";

    /// <summary>Which pictures and films it takes.</summary>
    /// <value><see langword="null"/>: none.</value>
    public MediaRules? Media { get; init; }

    /// <summary>What it takes besides words and pictures.</summary>
    /// <value>Nothing.</value>
    public ExtraRules Extras { get; init; } = new();

    /// <summary>Whether it publishes a thread as one, all of it or nothing (<see cref="Outgoing.Rest"/>).</summary>
    /// <value><see langword="false"/>: part by part.</value>
    public bool ThreadsAtOnce { get; init; }

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

    /// <summary>Counts a text by these rules. Quick enough for every key that a person presses.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The count.</returns>
    public TextCount Count(string text) => Count(text, "");

    /// <summary>Counts a text and the content warning before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="warning">The warning; empty: none.</param>
    /// <returns>The count.</returns>
    public TextCount Count(string text, string warning) => new TextCounter(this).Count(text, warning);

    /// <summary>The rules for a text that stands under a content warning: where that counts, there is so much less room.</summary>
    /// <param name="warning">The warning; empty: none.</param>
    /// <returns>The rules.</returns>
    public NetworkRules Under(string warning) => WarningCounts && warning.Length > 0 ? this with { Limit = Limit - Count("", warning).Count } : this;

    /// <summary>How much of a text fits.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The length of the longest beginning that may be sent, in UTF-16 units. It ends between two characters as a reader sees them.</returns>
    public int FitsUpTo(string text)
    {
        if (Count(text).Fits)
            return text.Length;

        var starts = StringInfo.ParseCombiningCharacters(text);
        var (fits, tooMany) = (0, starts.Length);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            (fits, tooMany) = Count(text[..starts[middle]]).Fits ? (middle, tooMany) : (fits, middle);
        }

        return fits < starts.Length ? starts[fits] : 0;
    }

    /// <summary>The text as people see it there: with links shortened where the network shows them so.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is shown, and where its links lead.</returns>
    public ShownText Show(string text) => ShownLinks.In(text, Links);
}
