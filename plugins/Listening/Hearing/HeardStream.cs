using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>A stream from which posts are taken.</summary>
internal sealed record HeardStream
{
    /// <summary>The stream's name, the same in every process.</summary>
    public required string Name { get; init; }

    /// <summary>The network on which its posts were said, as queries name it.</summary>
    public required string Network { get; init; }

    public required StreamSource Source { get; init; }

    /// <summary>The post that an event tells of; null where it tells of none.</summary>
    public required Func<StreamEvent, PublicPost?> Post { get; init; }
}
