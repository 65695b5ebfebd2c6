namespace PluginHost.Posting.Media;

/// <summary>A picture or a film, as its bytes say.</summary>
internal sealed record MediumFile
{
    /// <summary>SHA-256 of its bytes, in hex: the same picture under whatever name.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is: <c>image/png</c>.</summary>
    public required string ContentType { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>How wide it is, in pixels; null: it does not say.</summary>
    public int? Width { get; init; }

    /// <summary>How high it is, in pixels; null: it does not say.</summary>
    public int? Height { get; init; }

    /// <summary>Of how many pictures it is made; 1 where it does not move.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Whether it says where on earth it was taken.</summary>
    public bool SaysPlace { get; init; }

    /// <summary>What it is, as a person reads it: <c>image/png, 1,200 × 800, 340 kB</c>.</summary>
    public override string ToString() => Width is null
        ? $"{ContentType}, {ByteText.Of(Bytes.Length)}"
        : $"{ContentType}, {ByteText.Number(Width.Value)} × {ByteText.Number(Height ?? 0)}, {ByteText.Of(Bytes.Length)}";
}
