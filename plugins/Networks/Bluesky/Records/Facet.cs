namespace PluginHost.Bluesky;

/// <summary>A stretch of a text that readers can follow.</summary>
internal sealed record Facet
{
    public required FacetKind Kind { get; init; }

    /// <summary>Where it begins, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, in UTF-16 units.</summary>
    public required int End { get; init; }

    /// <summary>Where it leads: an address, a handle without its sign, a tag without its sign.</summary>
    public required string To { get; init; }
}
