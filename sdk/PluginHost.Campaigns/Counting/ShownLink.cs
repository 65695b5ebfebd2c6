namespace PluginHost.Campaigns;

/// <summary>A link in a text as it is shown.</summary>
public sealed record ShownLink
{
    /// <summary>Where it begins, in UTF-16 units of what is shown.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units of what is shown.</summary>
    public required int Length { get; init; }

    /// <summary>Where it leads, whole, with a scheme: <c>https://</c> where none was written.</summary>
    public required string Address { get; init; }
}
