using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Wall clocks, as the store keeps them and as people write them.</summary>
internal static class WallTimes
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";

    public static string Keep(DateTime wall) => wall.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTime Read(string kept) => DateTime.ParseExact(kept, Form, CultureInfo.InvariantCulture);

    public static string Text(DateTime wall, string zone) => $"{wall.ToString(wall.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {zone}";

    /// <summary>A time as people write it: on the wall clock that was meant, or as an instant.</summary>
    public static string Written(DueTime? due) => due is null ? "" : Text(due) is { Length: > 0 } wall ? wall : due.Name;

    /// <summary>What the wall clock shows, where one was meant; else nothing.</summary>
    public static string Text(DueTime? due) => due is { IsOnWallClock: true } ? Text(due.Wall, due.Zone.Id) : "";
}
