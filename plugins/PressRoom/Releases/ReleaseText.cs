namespace PluginHost.PressRoom.Releases;

/// <summary>What a release says in one language.</summary>
internal sealed record ReleaseText
{
    public required string Language { get; init; }

    /// <summary>The name of its page, without the ending.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>The text, in Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>Who we are, in Markdown; empty: nothing.</summary>
    public required string About { get; init; }

    /// <summary>Whom to ask, in Markdown; empty: nobody.</summary>
    public required string Contact { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }
}
