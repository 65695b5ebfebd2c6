using System.Security.Cryptography;

namespace PluginHost.Engine.Ways;

/// <summary>The operating system's randomness: fit for keys and salts.</summary>
internal sealed class RandomWay : RandomSource
{
    public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
