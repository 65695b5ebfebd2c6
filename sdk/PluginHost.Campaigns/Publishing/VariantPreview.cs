namespace PluginHost.Campaigns;

/// <summary>A variant as it would leave, and as its readers would see it.</summary>
public sealed record VariantPreview
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>The parts of a thread; one where it is one post.</summary>
    public required IReadOnlyList<PartPreview> Parts { get; init => field = [.. value]; }
}
