namespace PluginHost.Bluesky;

/// <summary>How people know somebody.</summary>
/// <param name="Handle">The handle, or the identity where it is not known.</param>
/// <param name="Name">The name that they show; empty: none.</param>
internal sealed record JetstreamName(string Handle, string Name);
