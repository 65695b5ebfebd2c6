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
}
