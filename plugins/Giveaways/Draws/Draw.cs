using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Giveaways.Draws;

/// <summary>
/// The draw: everybody's score is SHA-256(randomness ‖ digest of the list ‖ id), of 32 raw bytes, 32 raw bytes and the id in UTF-8; the smallest wins, the rest are
/// alternates in this order. Two ids with one score would be a collision of SHA-256; the smaller id would come first.
/// </summary>
internal static class Draw
{
    public static byte[] RandomnessOf(ReadOnlySpan<byte> signature) => SHA256.HashData(signature);

    public static byte[] ScoreOf(ReadOnlySpan<byte> randomness, ReadOnlySpan<byte> digest, string id)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(randomness);
        hash.AppendData(digest);
        hash.AppendData(Encoding.UTF8.GetBytes(id));
        return hash.GetHashAndReset();
    }

    /// <summary>Everybody on the list, in the order of the draw.</summary>
    public static IReadOnlyList<string> Order(EntrantList list, byte[] randomness)
    {
        var scored = list.Ids.Select((id, place) => (Id: id, Place: place, Score: ScoreOf(randomness, list.Digest, id))).ToList();
        scored.Sort((left, right) => left.Score.AsSpan().SequenceCompareTo(right.Score) is var order and not 0 ? order : left.Place.CompareTo(right.Place));
        return [.. scored.Select(entrant => entrant.Id)];
    }
}
