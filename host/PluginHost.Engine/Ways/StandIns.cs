using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>What a test puts at the ways out of the process. The host still asks whether the plugin may go that way.</summary>
public sealed record StandIns
{
    /// <summary>Answers requests, in the place of connections. It belongs to the test, which disposes it.</summary>
    public required HttpMessageHandler Network { get; init; }

    /// <summary>Opens WebSockets, in the place of servers; what it throws, the plugin is told.</summary>
    public required Func<HttpRequestMessage, CancellationToken, Task<IHttpSocket>> Connect { get; init; }

    /// <summary>Takes mail, in the place of the workspace's server; what it throws, the plugin is told.</summary>
    public required Func<Mail, CancellationToken, Task> Mail { get; init; }

    /// <summary>What ids, salts and draws follow from: the same seed, the same ones.</summary>
    public required string Seed { get; init; }
}
