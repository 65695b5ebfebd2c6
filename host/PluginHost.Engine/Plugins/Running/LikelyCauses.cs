using System.Globalization;
using PluginHost.Engine.Faults;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// What may hold a plugin in memory, as far as it can be known without a debugger: calls that have not come back, threads and timers that were blamed, and
/// what its assembly uses of the things that are known to hold whoever uses them. It is a suspicion, and is worded as one.
/// </summary>
internal static class LikelyCauses
{
    public static IReadOnlyList<string> Of(Departure left, IEnumerable<PluginFault> faults)
    {
        var causes = new List<string>();
        if (left.Hung is { } hung)
            causes.Add($"It has not come back from {hung}.");
        else if (left.Inside > 0)
            causes.Add(string.Create(CultureInfo.InvariantCulture, $"{(left.Inside == 1 ? "A call has" : $"{left.Inside} calls have")} not come back: pass the CancellationToken on to whatever is awaited."));

        if (faults.Any(fault => fault.Entry.StartsWith("a thread or timer", StringComparison.Ordinal)))
            causes.Add("A thread or timer of its own was running: its faults tell where.");

        causes.AddRange(PinningUses.In(left.Known.EntryPath));
        return causes;
    }
}
