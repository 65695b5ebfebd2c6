namespace PluginHost.Engine.Secrets;

/// <summary>What a <see cref="SealingKey"/> has closed.</summary>
/// <param name="Nonce">The number that was used once.</param>
/// <param name="Bytes">The closed text, with its tag behind it.</param>
internal sealed record SealedBytes(byte[] Nonce, byte[] Bytes);
