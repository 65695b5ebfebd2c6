namespace PluginHost.Campaigns;

/// <summary>Something that was looked at when a profile's login was looked over.</summary>
public sealed record LoginFinding
{
    /// <summary>What was looked at: <c>session</c>, <c>server</c>, <c>clock</c>.</summary>
    public required string What { get; init; }

    /// <summary>How it stands, in words: <c>valid until 14:00</c>.</summary>
    public required string Stands { get; init; }

    /// <summary>What to do, where it is wrong.</summary>
    /// <value>Empty: it is well.</value>
    public string Advice { get; init; } = "";
}
