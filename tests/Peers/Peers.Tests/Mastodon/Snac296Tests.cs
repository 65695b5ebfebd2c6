namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>All that the plugin can, on snac 2.96.</summary>
[Collection("snac 2.96")]
public sealed class Snac296Tests() : SnacAbilities("2.96");
