namespace PluginHost.Listening.Counting;

/// <summary>A query's part of what several queries have heard.</summary>
internal sealed record Share
{
    public required string Name { get; init; }

    public required long Posts { get; init; }

    /// <summary>Null where none of them has heard anything: a part of nothing is no number.</summary>
    public required decimal? Percent { get; init; }
}
