namespace PluginHost.Sdk;

/// <summary>Instants that come one after the other, as their time comes.</summary>
public interface IInstants : IAsyncEnumerable<DateTimeOffset>
{
    /// <summary>The instants before another one. They end as soon as none is left, which is at the latest when that one comes.</summary>
    /// <param name="end">The instant that ends them: <c>Today.At("18:00")</c>.</param>
    /// <returns>The instants.</returns>
    IInstants Until(DateTimeOffset end);
}
