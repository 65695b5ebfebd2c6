namespace PluginHost.Campaigns;

/// <summary>A place in a variant's text.</summary>
public sealed record TextRange
{
    /// <summary>Which part of a thread, from 0.</summary>
    /// <value>0: the first, or the only one.</value>
    public int Part { get; init; }

    /// <summary>Where it begins, in UTF-16 units of the part's text.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public required int Length { get; init; }
}
