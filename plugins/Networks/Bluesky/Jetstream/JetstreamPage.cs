namespace PluginHost.Bluesky;

/// <summary>What the stream has told, and how far it was read.</summary>
internal sealed record JetstreamPage
{
    public List<FoundPost> Posts { get; } = [];

    /// <summary>Handles that have changed, by identity.</summary>
    public Dictionary<string, string> Handles { get; } = [];

    public required JetstreamPlace Place { get; set; }

    /// <summary>Where the next page begins: where this one did, if nothing came.</summary>
    public string? Cursor { get; set; }

    public string Gap { get; set; } = "";

    /// <summary>How many messages could not be read.</summary>
    public int Broken { get; set; }

    public int Events { get; set; }
}
