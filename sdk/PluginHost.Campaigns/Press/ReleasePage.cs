namespace PluginHost.Campaigns;

/// <summary>What a release says in one language.</summary>
public sealed record ReleasePage
{
    /// <summary>The language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, or will stand.</summary>
    /// <value>Within the newsroom's folder (<c>en/five-languages.html</c>), where the newsroom has no address.</value>
    public required string Address { get; init; }
}
