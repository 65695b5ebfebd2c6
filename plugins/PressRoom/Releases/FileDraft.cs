namespace PluginHost.PressRoom.Releases;

/// <summary>One file of a release, read by itself: what it says holds against its siblings only once they are read too.</summary>
internal sealed record FileDraft
{
    public required ReleaseFile File { get; init; }

    public required FrontMatter Front { get; init; }

    public required ReleaseText Text { get; init; }

    public required string Embargo { get; init; }

    /// <summary>The teaser with its placeholders.</summary>
    public required string Teaser { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Profiles { get; init; }

    public required IReadOnlyList<ReleaseSource> Sources { get; init; }
}
