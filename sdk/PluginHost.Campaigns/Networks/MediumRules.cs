namespace PluginHost.Campaigns;

/// <summary>What a network takes of one content type.</summary>
public sealed record MediumRules
{
    /// <summary>The type: <c>image/png</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>How many bytes it may have.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many pixels wide it may be.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? Width { get; init; }

    /// <summary>How many pixels high it may be.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? Height { get; init; }

    /// <summary>How many pictures it may be made of.</summary>
    /// <value><see langword="null"/>: no limit of its own.</value>
    public int? Frames { get; init; }

    /// <summary>Whether nothing else goes with the same post.</summary>
    /// <value><see langword="false"/>.</value>
    public bool IsAlone { get; init; }
}
