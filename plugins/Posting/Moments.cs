using System.Globalization;

namespace PluginHost.Posting;

/// <summary>Instants as a person reads them, on the wall clock of the workspace.</summary>
internal sealed class Moments(TimeZoneInfo zone, DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    public DateTimeOffset On(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public string Text(DateTimeOffset instant) => On(instant) is var local && local.Date == On(now).Date
        ? local.ToString("'today' HH:mm", CultureInfo.InvariantCulture)
        : local.ToString(local.Year == On(now).Year ? "ddd d MMM HH:mm" : "ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
}
