using System.IO.Compression;

namespace PluginHost.Engine.Scripting;

/// <summary>A folder of packages, written here, and the settings beside the script that make it the only source.</summary>
internal sealed class PackageSource
{
    private readonly ScriptBench _bench;
    private readonly string _folder;

    public PackageSource(ScriptBench bench)
    {
        _bench = bench;
        _folder = Directory.CreateDirectory(Path.Combine(bench.Folder, "source")).FullName;
        Use("source");
    }

    /// <summary>Names the one source, a folder beside the script or an address.</summary>
    public void Use(string source) => _bench.Write(
        "nuget.config",
        $"<configuration><packageSources><clear /><add key=\"here\" value=\"{source}\" allowInsecureConnections=\"true\" /></packageSources><fallbackPackageFolders><clear /></fallbackPackageFolders></configuration>");

    /// <summary>Packs an assembly, and files beside it by their path in the package.</summary>
    public PackageSource Add(string id, string version, string code, string dependency = "", params (string Path, string Content)[] files)
    {
        string[] references = dependency.Length == 0 ? [] : [Path.Combine(_bench.Folder, $"{dependency.Split(' ')[0]}.dll")];
        var assembly = _bench.Build(id, code, references);
        using var package = ZipFile.Open(Path.Combine(_folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        var needs = dependency.Length == 0
            ? ""
            : $"<dependency id=\"{dependency.Split(' ')[0]}\" version=\"{dependency.Split(' ')[1]}\" />";
        Write(package, $"{id}.nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id><version>{version}</version><authors>Tests</authors><description>For a test.</description>
                <dependencies><group targetFramework="net8.0">{needs}</group></dependencies>
              </metadata>
            </package>
            """);
        package.CreateEntryFromFile(assembly, $"lib/net8.0/{id}.dll");
        foreach (var (path, content) in files)
            Write(package, path, content);

        return this;
    }

    private static void Write(ZipArchive package, string path, string content)
    {
        using var writer = new StreamWriter(package.CreateEntry(path).Open());
        writer.Write(content);
    }
}
