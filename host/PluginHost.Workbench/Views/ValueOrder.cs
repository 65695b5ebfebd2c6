using PluginHost.Sdk;

namespace PluginHost.Workbench.Views;

/// <summary>Which of two values comes first: numbers by size, instants by time, the rest by its text. What is not there comes last, either way round.</summary>
internal static class ValueOrder
{
    public static int Compare(Value? first, Value? second, bool isDescending) => (first, second) switch
    {
        (null or NothingValue, null or NothingValue) => 0,
        (null or NothingValue, _) => 1,
        (_, null or NothingValue) => -1,
        _ => isDescending ? Compare(second, first) : Compare(first, second),
    };

    private static int Compare(Value first, Value second) => (first, second) switch
    {
        (NumberValue one, NumberValue two) => one.Amount.CompareTo(two.Amount),
        (InstantValue one, InstantValue two) => one.Instant.CompareTo(two.Instant),
        _ => string.Compare(first.ToString(), second.ToString(), StringComparison.InvariantCultureIgnoreCase),
    };
}
