namespace PluginHost.Sdk;

/// <summary>
/// Says that a plugin offers a service, so that the host can activate it when somebody asks. The plugin hands it over in
/// <see cref="Plugin.ActivateAsync"/>, with <see cref="IServices.Provide{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ProvidesAttribute : Attribute
{
    /// <summary>Makes one with the service's interface.</summary>
    /// <param name="service">An interface of a contract assembly.</param>
    public ProvidesAttribute(Type service) => Service = service;

    /// <summary>The service's interface, of a contract assembly.</summary>
    public Type Service { get; }
}
