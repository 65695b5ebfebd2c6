namespace PluginHost.Listening.Folding;

/// <summary>What a text holds that can be asked for.</summary>
internal sealed record ReadText
{
    /// <summary>All that it is made of, in order, each once.</summary>
    public required IReadOnlyList<TextPiece> Pieces { get; init; }

    /// <summary>Its words in order, those of hashtags among them.</summary>
    public required IReadOnlyList<Word> Words { get; init; }

    /// <summary>Its hashtags, without their sign.</summary>
    public required IReadOnlyList<Word> Tags { get; init; }

    /// <summary>The handles that it mentions, without their sign and without capitals.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }
}
