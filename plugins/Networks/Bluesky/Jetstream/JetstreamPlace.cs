using System.Globalization;

namespace PluginHost.Bluesky;

/// <summary>How far the stream was read: when the last event was seen by its server, and, where that server numbers them, its number there.</summary>
/// <param name="Time">Microseconds since 1970.</param>
/// <param name="Number">The event's number; 0: it has none.</param>
/// <param name="Server">Whose number it is; empty: nobody's.</param>
internal readonly record struct JetstreamPlace(long Time, long Number, string Server)
{
    // The year 9999: beyond it there is no instant.
    private const long LastTime = 253_402_300_799_000_000;

    /// <returns>The place; null where the text is none, as what another network has left is.</returns>
    public static JetstreamPlace? Parse(string text)
    {
        var parts = text.Split(' ');
        return parts.Length is 1 or 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && long.TryParse(parts.Length == 3 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new JetstreamPlace(time, number, parts.Length == 3 ? parts[2] : "")
                : null;
    }

    public static JetstreamPlace At(DateTimeOffset time) => new((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, 0, "");

    public DateTimeOffset Instant => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(Math.Min(Time, LastTime) * TimeSpan.TicksPerMicrosecond);

    public override string ToString() => Number == 0 ? Time.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Time} {Number} {Server}");
}
