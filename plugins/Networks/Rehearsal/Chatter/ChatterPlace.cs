using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>A place in what strangers say: an hour, counted from 1970, and how many of its posts were told.</summary>
internal readonly record struct ChatterPlace(long Hour, int Told)
{
    /// <exception cref="WrongUseException">It is no cursor of this network.</exception>
    public static ChatterPlace Parse(string cursor)
    {
        var parts = cursor.Split('/');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? new ChatterPlace(hour, told)
            : throw new WrongUseException($"\"{cursor}\" is no cursor of what is said on the rehearsal network. Begin without one.");
    }

    public static long HourOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hour}/{Told}");
}
