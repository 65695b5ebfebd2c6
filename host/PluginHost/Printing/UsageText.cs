using System.Globalization;
using PluginHost.Engine.Scripting;

namespace PluginHost.Printing;

/// <summary>What a script's run took, on one line.</summary>
internal static class UsageText
{
    public static string Of(ScriptOutcome outcome)
    {
        if (outcome.Usage is not { } usage)
            return "What the run took is not known: its thread was given up.";

        var processor = usage.Processor is { } time ? Time(time) : "n/a";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Time(usage.Elapsed)} in all; the script's thread: {processor} processor time, {usage.Allocated / 1e6:0.0} MB allocated.");
    }

    private static string Time(TimeSpan time) => time < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
