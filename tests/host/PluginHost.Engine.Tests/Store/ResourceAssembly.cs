using System.Reflection;

namespace PluginHost.Engine.Tests.Store;

/// <summary>An assembly that has embedded files and nothing else.</summary>
internal sealed class ResourceAssembly(params (string Name, string Text)[] resources) : Assembly
{
    public override string[] GetManifestResourceNames() => [.. resources.Select(resource => resource.Name)];

    public override Stream GetManifestResourceStream(string name) =>
        new MemoryStream(System.Text.Encoding.UTF8.GetBytes(resources.Single(resource => resource.Name == name).Text));

    public override AssemblyName GetName() => new("Acme");
}
