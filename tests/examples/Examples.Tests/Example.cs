using System.Reflection;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

/// <summary>Opens a host for an example. One project tests them all here, so each is told by the plugin.yaml of its own project; a project that tests one plugin need not say so.</summary>
internal static class Example
{
    public static string Root { get; } = typeof(Example).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;

    public static Task<TestHost> StartAsync<T>()
        where T : Plugin => StartAsync<T>(new TestHostOptions());

    public static Task<TestHost> StartAsync<T>(TestHostOptions options)
        where T : Plugin => TestHost.StartAsync<T>(In<T>(options));

    public static TestHostOptions In<T>(TestHostOptions options) =>
        options with { Manifest = Path.Combine(Root, "examples", typeof(T).Assembly.GetName().Name!, "plugin.yaml") };
}
