namespace PluginHost.Torture.Peers;

/// <summary>A profile on a real server, and what lets it speak there.</summary>
internal sealed record PeerProfile
{
    public required string Name { get; init; }

    public required string Network { get; init; }

    public required string Handle { get; init; }

    public required string Server { get; init; }

    /// <summary>The app password, or the token, that its login asks for.</summary>
    public required string Secret { get; init; }

    public string Line => $"  \"{Name}\": {{ network: {Network}, handle: \"{Handle}\", server: \"{Server}\" }}";
}
