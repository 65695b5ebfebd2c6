namespace PluginHost.Posting;

/// <summary>A row that was imported, or written into a file, before.</summary>
internal sealed record ImportedRow
{
    public required string Id { get; init; }

    public required long Post { get; init; }

    /// <summary>The profiles that it was for.</summary>
    public required string Profiles { get; init; }

    /// <summary>The hashes of how it has looked since it was last changed.</summary>
    public required IReadOnlySet<string> Forms { get; init; }

    /// <summary>Whether anything of it has left, or is leaving.</summary>
    public required bool HasLeft { get; init; }

    /// <summary>Whether it answers another post.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>The campaign that it is an effect of; null: none.</summary>
    public string? Campaign { get; init; }

    /// <summary>Which occurrence of the campaign, or which repetition.</summary>
    public string? Occurrence { get; init; }

    /// <summary>Why no row can stand in for its post; null: one can. A row says neither what it answers nor what it is a step of.</summary>
    public string? WhyKept => this switch
    {
        { IsAnswer: true } => $"Post {Post} answers another post, and a row cannot say which. posting.undo takes it back.",
        { Campaign: Repetition.Campaign } => $"Post {Post} is a time of repetition {Occurrence}. posting.repeat.change gives it another text.",
        { Campaign: { } campaign } => $"Post {Post} is one of the campaign {campaign}, which would not know the new one. Change it there.",
        _ => null,
    };
}
