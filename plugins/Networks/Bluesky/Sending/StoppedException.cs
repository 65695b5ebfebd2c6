using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>Getting a post ready has come to an end before anything was published. It never leaves the plugin: the outcome does.</summary>
internal sealed class StoppedException(SendResult result) : Exception("The post was stopped before it left.")
{
    public SendResult Result { get; } = result;

    public static StoppedException Refused(string reason) => new(new RefusedByNetwork { Reason = reason });

    public static StoppedException Later(string reason, DateTimeOffset? notBefore) => new(new TryLater { Reason = reason, NotBefore = notBefore });
}
