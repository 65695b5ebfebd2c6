namespace PluginHost.Campaigns;

/// <summary>A picture or a film that goes with a post.</summary>
public sealed record Medium
{
    /// <summary>The file, relative to the workspace's folder.</summary>
    public required string File { get; init; }

    /// <summary>What is to be seen, for those who do not see it.</summary>
    /// <value>Empty: nobody has said so.</value>
    public string Alt { get; init; } = "";

    /// <summary>Which part of a thread it goes with, from 0.</summary>
    /// <value>0: the first, or the only one.</value>
    public int Part { get; init; }
}
