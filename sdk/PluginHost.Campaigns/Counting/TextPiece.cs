namespace PluginHost.Campaigns;

/// <summary>A piece of a text, and what it counted.</summary>
public readonly record struct TextPiece
{
    /// <summary>Where it begins, in UTF-16 units of the text.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units of the text.</summary>
    public required int Length { get; init; }

    /// <summary>What it is.</summary>
    public required TextPieceKind Kind { get; init; }

    /// <summary>What it counted, in the units of the network.</summary>
    public required int Cost { get; init; }
}
