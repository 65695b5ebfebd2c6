namespace PluginHost.Campaigns;

/// <summary>Somebody on a network.</summary>
public sealed record Person
{
    /// <summary>The handle.</summary>
    public required string Handle { get; init; }

    /// <summary>The name that the person shows.</summary>
    /// <value>Empty: none.</value>
    public string Name { get; init; } = "";

    /// <summary>How many follow the person.</summary>
    /// <value><see langword="null"/>: the network does not tell, which is not the same as none.</value>
    public int? Followers { get; init; }

    /// <summary>Names the person for ever, whatever they call themselves: a number on X, an address on Mastodon, a DID on Bluesky.</summary>
    /// <value>Empty: the network tells none; the handle is all there is.</value>
    public string Id { get; init; } = "";

    /// <summary>When the account was made.</summary>
    /// <value><see langword="null"/>: the network does not tell.</value>
    public DateTimeOffset? CreatedAt { get; init; }
}
