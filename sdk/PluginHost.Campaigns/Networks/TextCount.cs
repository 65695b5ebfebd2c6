using System.Globalization;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>How long a text is by a network's rules.</summary>
public sealed record TextCount
{
    /// <summary>How many units it has.</summary>
    public required int Count { get; init; }

    /// <summary>How many units are allowed.</summary>
    public required int Limit { get; init; }

    /// <summary>How many UTF-8 bytes it has.</summary>
    public required int Bytes { get; init; }

    /// <summary>How many UTF-8 bytes are allowed.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? ByteLimit { get; init; }

    /// <summary>Whether the text may be sent.</summary>
    public bool Fits => Count <= Limit && !(Bytes > ByteLimit);

    internal static TextCount Of(string text, NetworkRules rules) => new()
    {
        Count = rules.Unit == CountUnit.CodePoints ? text.EnumerateRunes().Count() : new StringInfo(text).LengthInTextElements,
        Limit = rules.Limit,
        Bytes = Encoding.UTF8.GetByteCount(text),
        ByteLimit = rules.ByteLimit,
    };

    /// <summary>The count as a person reads it: <c>312 of 300 characters</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Count <= Limit && ByteLimit is { } bytes && Bytes > bytes
        ? string.Create(CultureInfo.InvariantCulture, $"{Bytes} of {bytes} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{Count} of {Limit} characters");
}
