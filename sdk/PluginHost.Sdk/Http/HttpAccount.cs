namespace PluginHost.Sdk;

/// <summary>For whom a plugin speaks with a server, so that requests have connections, patience and a record of their own.</summary>
public sealed record HttpAccount
{
    /// <summary>The account as a person knows it: the profile's name.</summary>
    public required string Name { get; init; }

    /// <summary>How long one attempt may take, from the first byte sent to the last byte read.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes an answer may have. What is longer is given up on the way.</summary>
    /// <value>16 MiB.</value>
    public long Most { get; init; } = 16 * 1024 * 1024;
}
