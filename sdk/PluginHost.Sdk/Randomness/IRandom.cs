namespace PluginHost.Sdk;

/// <summary>Randomness and identity. A rehearsal replaces it by a seeded one, so that a run can be repeated.</summary>
public interface IRandom
{
    /// <summary>A whole number, each equally likely.</summary>
    /// <param name="minimum">The least that may come.</param>
    /// <param name="limit">One more than the greatest that may come.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not greater than <paramref name="minimum"/>.</exception>
    int Next(int minimum, int limit);

    /// <summary>A number from 0 to less than 1.</summary>
    /// <returns>The number.</returns>
    double NextDouble();

    /// <summary>Fills bytes. Those of the host itself are fit for keys and salts.</summary>
    /// <param name="bytes">The bytes to fill.</param>
    void Fill(Span<byte> bytes);

    /// <summary>A new identity (UUID version 4, RFC 9562).</summary>
    /// <returns>The identity.</returns>
    Guid NewId();

    /// <summary>A generator that gives the same numbers for the same seed, on every machine and in every version. Not fit for keys.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The generator.</returns>
    IRandom Seeded(string seed);
}
