namespace PluginHost.Sdk;

/// <summary>What scripts do with instants that come one after the other.</summary>
public static class InstantExtensions
{
    /// <summary>The instants before another one. Those of <see cref="ScriptGlobals.Every"/> end as soon as none is left.</summary>
    /// <param name="instants">The instants, in order.</param>
    /// <param name="end">The instant that ends them: <c>Today.At("18:00")</c>.</param>
    /// <returns>The instants.</returns>
    public static IAsyncEnumerable<DateTimeOffset> Until(this IAsyncEnumerable<DateTimeOffset> instants, DateTimeOffset end) =>
        instants is IInstants known ? known.Until(end) : instants.TakeWhile(instant => instant < end);
}
