using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting;

namespace PluginHost.PressRoom.Tests;

/// <summary>A process that serves the workspace: press room and publisher in one.</summary>
internal sealed class PressProcess
{
    public required PressPlugin Plugin { get; init; }

    public required FakeHost Host { get; init; }

    public required PostingPlugin Publisher { get; init; }

    public required FakeHost PublisherHost { get; init; }

    public async Task ActivateAsync()
    {
        await Publisher.ActivateAsync(PublisherHost, CancellationToken.None);
        Host.Services.Provide(await PublisherHost.Services.GetAsync<IPublisher>(CancellationToken.None));
        await Plugin.ActivateAsync(Host, CancellationToken.None);
    }

    /// <summary>Does once what is due, as <c>serve</c> does: in both plugins.</summary>
    public async Task ServeOnceAsync()
    {
        await Publisher.SendAsync(PublisherHost, CancellationToken.None);
        await Plugin.LookAsync(CancellationToken.None);
    }
}
