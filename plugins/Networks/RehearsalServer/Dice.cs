using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.RehearsalServer;

/// <summary>
/// What is drawn for one arrival. It follows from the seed, the account, what is sent and how often it has come before, not from the order in which
/// requests happen to arrive: so that a rehearsal can be repeated.
/// </summary>
internal sealed class Dice(long seed, string account, string identity, int time)
{
    /// <summary>A number from 0 up to 1, the same for the same name.</summary>
    public double Draw(string name)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}/{account}/{time}/{name}/{identity}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Happens(string name, double chance) => Draw(name) < chance;
}
