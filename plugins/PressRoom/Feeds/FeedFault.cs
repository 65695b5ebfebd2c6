using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>What was read is no feed, or none that may be read. The message says where it ceases to be one, and what to do.</summary>
internal static class FeedFault
{
    public static PluginHostException At(string address, string what) => new($"{address} is no feed that can be read: {what}");

    public static PluginHostException At(string address, string what, Exception cause) => new($"{address} is no feed that can be read: {what}", cause);
}
