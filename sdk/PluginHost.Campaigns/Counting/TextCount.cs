using System.Globalization;

namespace PluginHost.Campaigns;

/// <summary>How long a text is by a network's rules.</summary>
public sealed record TextCount
{
    /// <summary>How many units it has.</summary>
    public required int Count { get; init; }

    /// <summary>How many units are allowed.</summary>
    public required int Limit { get; init; }

    /// <summary>How many UTF-8 bytes it has, as the network is given it.</summary>
    public required int Bytes { get; init; }

    /// <summary>How many UTF-8 bytes are allowed.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? ByteLimit { get; init; }

    /// <summary>
    /// What was counted, in the order of the text and without gaps: a stretch of plain text is one piece, and so are a link, a mention and an emoji. What the
    /// pieces cost is <see cref="Count"/>.
    /// </summary>
    /// <value>Empty: nobody has looked.</value>
    public IReadOnlyList<TextPiece> Pieces { get; init; } = [];

    /// <summary>Where the first character is that the network takes in no post, in UTF-16 units.</summary>
    /// <value><see langword="null"/>: there is none.</value>
    public int? RefusedAt { get; init; }

    /// <summary>Whether the text may be sent.</summary>
    public bool Fits => Count <= Limit && !(Bytes > ByteLimit) && RefusedAt is null;

    /// <summary>The count as a person reads it: <c>312 of 300 characters</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Count > Limit || (RefusedAt is null && !(Bytes > ByteLimit)) ? string.Create(CultureInfo.InvariantCulture, $"{Count} of {Limit} characters")
        : Bytes > ByteLimit ? string.Create(CultureInfo.InvariantCulture, $"{Bytes} of {ByteLimit} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"a character at place {RefusedAt + 1} that the network takes in no post");
}
