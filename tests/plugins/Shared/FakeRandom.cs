using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>Numbers that follow from a seed (SplitMix64), and new identities that come twice nowhere.</summary>
internal sealed class FakeRandom(ulong state) : IRandom
{
    private ulong _state = state;

    public int Next(int minimum, int limit) => minimum + (int)(Draw() % (ulong)(limit - minimum));

    public double NextDouble() => (Draw() >> 11) * (1.0 / (1UL << 53));

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
            value = (byte)Draw();
    }

    public Guid NewId() => Guid.NewGuid();

    public IRandom Seeded(string seed) => new FakeRandom(seed.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL));

    private ulong Draw()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
