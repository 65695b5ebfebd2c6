namespace PluginHost.Engine.Secrets;

/// <summary>Somebody who opens the vault.</summary>
/// <param name="Kind">By which sort of place: <c>libsecret</c>, <c>passphrase</c>.</param>
/// <param name="Who">Who, and on which machine.</param>
/// <param name="Since">Since when.</param>
public sealed record VaultHolder(string Kind, string Who, DateTimeOffset Since);
