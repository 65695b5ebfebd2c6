using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>What stands against sending a target now, or nothing.</summary>
internal sealed record Clearance
{
    /// <summary>The way, where it can be gone; null where the profile or its network cannot be used now.</summary>
    public Route? Route { get; init; }

    /// <summary>What stands against it.</summary>
    /// <value>Empty: nothing.</value>
    public string Reason { get; init; } = "";

    /// <summary>Whether it may go out.</summary>
    public bool MaySend => Route is not null && Reason.Length == 0;
}
