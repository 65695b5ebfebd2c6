namespace PluginHost.Campaigns;

/// <summary>Which pictures and films a network takes with a post.</summary>
public sealed record MediaRules
{
    /// <summary>How many go with one post at most.</summary>
    public required int Most { get; init; }

    /// <summary>What it takes, by content type. All else is refused.</summary>
    public required IReadOnlyList<MediumRules> Kinds { get; init => field = [.. value]; }

    /// <summary>How many characters may say what is to be seen.</summary>
    /// <value><see langword="null"/>: no limit is known.</value>
    public int? AltLimit { get; init; }

    /// <summary>The rules of a content type.</summary>
    /// <param name="contentType">The type: <c>image/png</c>.</param>
    /// <returns>The rules; <see langword="null"/> where the network does not take it.</returns>
    public MediumRules? For(string contentType) => Kinds.FirstOrDefault(kind => kind.ContentType == contentType);
}
