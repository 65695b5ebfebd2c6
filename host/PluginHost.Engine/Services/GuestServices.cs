using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Services;

/// <summary>Services as one plugin sees them.</summary>
internal sealed class GuestServices(Guest guest, ServiceDirectory directory) : IServices
{
    public Task<T> GetAsync<T>(CancellationToken cancel)
        where T : class => directory.GetAsync<T>(cancel);

    public void Provide<T>(T service)
        where T : class => directory.Provide(guest, service);
}
