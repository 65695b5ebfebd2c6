using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A time that a script has named, as its journal keeps it: a run that is resumed means the time of the first, with the wall clock that was meant.</summary>
internal static class KeptTime
{
    public static Value Of(DueTime due) => due.IsOnWallClock
        ? Record.Of(("instant", due.Instant), ("wall", due.Wall.ToString("s", CultureInfo.InvariantCulture)), ("zone", due.Zone.Id))
        : Record.Of(("instant", due.Instant), ("zone", Value.Nothing));

    /// <summary>Reads what was kept. Journals of earlier versions kept the instant alone.</summary>
    public static DueTime Read(Value kept, ITimes times) => kept switch
    {
        InstantValue { Instant: var instant } => DueTime.At(instant),
        _ when ((InstantValue)kept["instant"]).Instant is var instant && kept["zone"] is TextValue zone =>
            times.At(DateTime.ParseExact(kept["wall"].ToString(), "s", CultureInfo.InvariantCulture), times.ReadZone(zone.ToString())) with { Instant = instant },
        _ => DueTime.At(((InstantValue)kept["instant"]).Instant),
    };
}
