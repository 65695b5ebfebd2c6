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
}
