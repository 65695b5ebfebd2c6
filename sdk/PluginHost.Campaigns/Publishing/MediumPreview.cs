namespace PluginHost.Campaigns;

/// <summary>A picture or a film as it would leave.</summary>
public sealed record MediumPreview
{
    /// <summary>The file, relative to the workspace's folder.</summary>
    public required string File { get; init; }

    /// <summary>What is to be seen; what was said of the same picture before, where nothing is said now.</summary>
    /// <value>Empty: nobody has said so.</value>
    public string Alt { get; init; } = "";

    /// <summary>What it is: <c>image/png, 1,200 × 800, 340 kB</c>.</summary>
    /// <value>Empty: it cannot be read, and a check says why.</value>
    public string Description { get; init; } = "";
}
