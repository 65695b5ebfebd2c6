using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Giveaways.Draws;

/// <summary>
/// Those who take part, in the one form that counts: ids without doubles, sorted by their bytes in UTF-8, one a line, each line with its LF. Its digest is what is
/// published before the draw.
/// </summary>
internal sealed class EntrantList
{
    private EntrantList(IReadOnlyList<string> ids, byte[] digest)
    {
        Ids = ids;
        Digest = digest;
    }

    public IReadOnlyList<string> Ids { get; }

    public byte[] Digest { get; }

    public string DigestText => Hex.Of(Digest);

    /// <summary>Makes the list of ids in any order, doubles among them.</summary>
    public static EntrantList Of(IEnumerable<string> ids)
    {
        var sorted = ids.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Bytes: Encoding.UTF8.GetBytes(id))).ToList();
        sorted.Sort((left, right) => left.Bytes.AsSpan().SequenceCompareTo(right.Bytes));
        return new EntrantList([.. sorted.Select(entrant => entrant.Id)], DigestOf(sorted.Select(entrant => entrant.Bytes)));
    }

    /// <summary>Whether ids stand in the form that counts.</summary>
    public static bool IsInOrder(IReadOnlyList<string> ids)
    {
        for (var place = 1; place < ids.Count; place++)
        {
            if (Encoding.UTF8.GetBytes(ids[place - 1]).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(ids[place])) >= 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether an id can stand on a line of its own: no control character, no half of a character.</summary>
    public static bool IsId(string id)
    {
        if (id.Length == 0)
            return false;

        foreach (var letter in id.EnumerateRunes())
        {
            if (Rune.IsControl(letter) || letter == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    private static byte[] DigestOf(IEnumerable<byte[]> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(line);
            hash.AppendData("\n"u8);
        }

        return hash.GetHashAndReset();
    }
}
