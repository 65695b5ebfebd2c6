namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>All that the plugin can, on snac 2.75.</summary>
[Collection("snac 2.75")]
public sealed class Snac275Tests() : SnacAbilities("2.75");
