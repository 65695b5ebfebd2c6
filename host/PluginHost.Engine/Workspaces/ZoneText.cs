using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>Finds a time zone by its IANA id. Other names of zones mean something on one system only.</summary>
internal static class ZoneText
{
    public static TimeZoneInfo? Find(string id, int line, FileProblems problems)
    {
        if (Find(id) is { } zone)
            return zone;

        problems.Add(line, Explain(id));
        return null;
    }

    /// <summary>The zone; null where there is none of that name.</summary>
    // Whether other capitals are found depends on the system, and on what was looked up before.
    public static TimeZoneInfo? Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && zone.Id == id ? zone : null;

    /// <summary>Says that it is no zone, and what was perhaps meant.</summary>
    public static string Explain(string id) =>
        $"\"{id}\" is no time zone.{Hint(id)} Zones are named as in the IANA list: Europe/Oslo, America/Los_Angeles, UTC.";

    private static string Hint(string id) => TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana)
        ? $" Did you mean \"{iana}\"?"
        : Nearest.Hint(id, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id));
}
