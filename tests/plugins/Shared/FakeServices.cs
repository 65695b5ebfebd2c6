using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>Services, handed over by hand.</summary>
internal sealed class FakeServices : IServices
{
    private readonly Dictionary<Type, object> _services = [];

    public Task<T> GetAsync<T>(CancellationToken cancel)
        where T : class => _services.TryGetValue(typeof(T), out var service)
        ? Task.FromResult((T)service)
        : throw new PluginHostException($"Nobody offers {typeof(T).Name}.");

    public void Provide<T>(T service)
        where T : class => _services[typeof(T)] = service;
}
