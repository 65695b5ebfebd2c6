using System.Globalization;

namespace PluginHost.Mastodon;

/// <summary>
/// Up to where a list was read: the newest item, with its instant, by which servers that do not know the item any more are read, and how many messages of which connection were told.
/// </summary>
internal sealed record Place
{
    /// <summary>The id of the newest item, opaque; empty where none was there.</summary>
    public string Id { get; init; } = "";

    /// <summary>When that item was made.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Which connection told what the list does not have; empty where none did.</summary>
    public string Connection { get; init; } = "";

    /// <summary>How many of its messages were told.</summary>
    public long Told { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()} {Connection}:{Told} {Id}");

    /// <summary>Reads one; null where there is none, or where it is another network's.</summary>
    public static Place? Read(string? cursor)
    {
        if (cursor?.Split(' ', 3) is not [var at, var told, var id] || told.Split(':') is not [var connection, var count])
            return null;

        return long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Place { At = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), Connection = connection, Told = number, Id = id }
            : null;
    }
}
