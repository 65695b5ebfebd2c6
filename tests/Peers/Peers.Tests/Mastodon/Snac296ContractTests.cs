namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>The contract on snac 2.96.</summary>
[Collection("snac 2.96")]
public sealed class Snac296ContractTests() : SnacContract("2.96");
