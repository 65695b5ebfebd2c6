namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>The contract on snac 2.75.</summary>
[Collection("snac 2.75")]
public sealed class Snac275ContractTests() : SnacContract("2.75");
