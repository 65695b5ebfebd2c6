using System.Globalization;

namespace PluginHost.Giveaways.Rules;

/// <summary>A number with the word that goes with it: what is said in public and written down is read by people.</summary>
internal static class Counted
{
    /// <summary>The number with the word for one or for several: <c>1 takes part</c>, <c>2 take part</c>.</summary>
    public static string Of(long count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
}
