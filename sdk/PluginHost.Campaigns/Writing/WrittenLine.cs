namespace PluginHost.Campaigns;

/// <summary>A line that is said, and where its first character stands in what was written.</summary>
internal readonly record struct WrittenLine
{
    public required string Text { get; init; }

    public required int Place { get; init; }
}
