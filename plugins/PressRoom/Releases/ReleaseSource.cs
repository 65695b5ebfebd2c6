namespace PluginHost.PressRoom.Releases;

/// <summary>A file that a release was armed from. Once it is no longer as it was, a person must say what is meant.</summary>
internal sealed record ReleaseSource
{
    public required string File { get; init; }

    /// <summary>SHA-256, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The name of a picture in the newsroom, which nobody can guess who does not have it; empty: it is a text.</summary>
    public string Asset { get; init; } = "";
}
