using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Bluesky;

/// <summary>
/// A name of a record that is an instant (atproto.com/specs/tid): 53 bits of microseconds and 10 bits that tell apart what is named at the same one, in 13 characters that sort as they come.
/// </summary>
internal static class Tid
{
    private const string Letters = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;
    private const int ClockBits = 10;

    // Names that follow from what they name lie in a half-year that has passed, as if they were old.
    private const int PastBits = 44;
    private static readonly DateTimeOffset Past = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static bool Is(string text) =>
        text.Length == Length && Letters.AsSpan(0, Letters.Length / 2).Contains(text[0]) && !text.AsSpan().ContainsAnyExcept(Letters);

    /// <summary>The name of an instant.</summary>
    /// <param name="microseconds">The instant, in microseconds since 1970.</param>
    /// <param name="clock">Tells apart; its lowest 10 bits count.</param>
    public static string Of(long microseconds, int clock)
    {
        var number = ((ulong)microseconds & ((1UL << 53) - 1)) << ClockBits | ((uint)clock & ((1U << ClockBits) - 1));
        Span<char> letters = stackalloc char[Length];
        for (var place = Length - 1; place >= 0; place--)
        {
            letters[place] = Letters[(int)(number & 31)];
            number >>= 5;
        }

        return new string(letters);
    }

    /// <summary>The name of what there is once: the same of the same thing, from whichever process.</summary>
    public static string Naming(string thing)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(thing), hash);
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        var microseconds = Past.ToUnixTimeMilliseconds() * 1_000 + (long)(bits >> ClockBits & ((1UL << PastBits) - 1));
        return Of(microseconds, (int)(bits & ((1UL << ClockBits) - 1)));
    }
}
