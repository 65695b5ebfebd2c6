namespace PluginHost.Listening.Folding;

/// <summary>A piece of a text. What stands one behind the other in a phrase does so in the post, whatever kind of piece it is.</summary>
internal sealed record TextPiece
{
    /// <summary>A link: all are alike.</summary>
    public static readonly TextPiece Link = new() { Kind = PieceKind.Link };

    public required PieceKind Kind { get; init; }

    /// <summary>The word, or what the hashtag says; null of what is neither.</summary>
    public Word? Word { get; init; }

    /// <summary>The handle that is mentioned, without sign and capitals; empty where none is.</summary>
    public string Handle { get; init; } = "";

    public override string ToString() => Kind switch
    {
        PieceKind.Tag => $"#{Word!.Exact}",
        PieceKind.Mention => $"@{Handle}",
        PieceKind.Link => "a link",
        _ => Word!.Exact,
    };
}
