using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Bluesky;

/// <summary>
/// How far something has been read that comes newest first and not quite in order: what was done a while ago may turn up late. So the last stretch is read again each time, and what was told of
/// it is remembered by short names. As text it is a cursor, which means the same in every process.
/// </summary>
internal sealed record ReadingPlace
{
    // A cursor is kept with each page, and a name is 16 bytes of it: 32 kB are the most. Where more happens, the stretch is shorter.
    private const int MostNames = 2_000;
    private const int NameLength = 8;
    private const string Version = "1";

    /// <summary>All that is older was told.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>What was told since, by its short name, and when it was.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Told { get; init; }

    /// <summary>The newest that was told.</summary>
    public DateTimeOffset Newest => Told.Count > 0 ? Told.Values.Max() : From;

    /// <summary>Whether something was told.</summary>
    public bool Knows(string id, DateTimeOffset at) => at < From || Told.ContainsKey(NameOf(id));

    /// <summary>The place after something more was told.</summary>
    /// <param name="place">The place before; null for the beginning.</param>
    /// <param name="more">What was told, and when it was; not empty.</param>
    /// <param name="stretch">How late something may turn up.</param>
    public static ReadingPlace After(ReadingPlace? place, IReadOnlyCollection<(string Id, DateTimeOffset At)> more, TimeSpan stretch)
    {
        var told = new Dictionary<string, DateTimeOffset>(place?.Told ?? new Dictionary<string, DateTimeOffset>());
        foreach (var (id, at) in more)
            told[NameOf(id)] = Whole(at);

        var newest = told.Values.Max();
        var from = newest - stretch > place?.From || place is null ? newest - stretch : place.From;
        var kept = told.Where(one => one.Value >= from).OrderByDescending(one => one.Value).ToList();
        if (kept.Count > MostNames)
        {
            from = kept[MostNames].Value.AddMilliseconds(1);
            kept = [.. kept.Where(one => one.Value >= from)];
        }

        return new ReadingPlace { From = from, Told = kept.ToDictionary(one => one.Key, one => one.Value) };
    }

    /// <summary>Reads a cursor; null where there is none, or one that somebody else has written: then it is read from the beginning.</summary>
    public static ReadingPlace? Read(string? cursor)
    {
        var parts = cursor?.Split('~') ?? [];
        if (parts.Length != 3 || parts[0] != Version || !TryInstant(parts[1], out var from))
            return null;

        var told = new Dictionary<string, DateTimeOffset>();
        foreach (var one in parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (one.Length <= NameLength || !long.TryParse(one.AsSpan(NameLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var after))
                return null;

            told[one[..NameLength]] = from.AddMilliseconds(after);
        }

        return new ReadingPlace { From = from, Told = told };
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Version}~{From.ToUnixTimeMilliseconds()}~");
        text.AppendJoin(',', Told.OrderBy(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}{(long)(one.Value - From).TotalMilliseconds:x}")));
        return text.ToString();
    }

    private static bool TryInstant(string text, out DateTimeOffset instant)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        instant = isNumber ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return isNumber;
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private static string NameOf(string id) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, NameLength * 3 / 4)).Replace('+', '-').Replace('/', '_');
}
