namespace PluginHost.Campaigns;

/// <summary>A post that has met a query.</summary>
public sealed record Match
{
    /// <summary>Its place in the order in which posts were heard. Some places are left out.</summary>
    public required long Position { get; init; }

    /// <summary>The id of the network on which it was said.</summary>
    public required string Network { get; init; }

    /// <summary>The post.</summary>
    public required PublicPost Post { get; init; }
}
