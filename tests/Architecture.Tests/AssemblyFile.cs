using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginHost.Architecture.Tests;

/// <summary>Reads which assemblies an assembly refers to, without loading it.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;

    public AssemblyFile(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        var metadata = _file.GetMetadataReader();
        References = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    public IReadOnlyList<string> References { get; }

    public void Dispose() => _file.Dispose();
}
