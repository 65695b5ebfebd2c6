using System.IO.Compression;
using System.Text;

namespace PluginHost.Engine.Tests.Fixtures;

/// <summary>Makes packages of plugins, sound ones and others, as a stranger could send them.</summary>
internal static class TestPackage
{
    public const string Source = """
        public sealed class Guest : Plugin
        {
            [Command("ID.say", "Say")]
            public string Say() => "hello";
        }
        """;

    /// <summary>Packs a plugin from source.</summary>
    public static string Pack(string folder, string id, string version, string source = Source, string manifest = "")
    {
        var plugin = Unpacked(Path.Combine(folder, ".build", version), id, version, source, manifest);
        var files = Directory.EnumerateFiles(plugin).Select(file => ($"plugin/{Path.GetFileName(file)}", File.ReadAllBytes(file)));
        return Zip(Path.Combine(folder, $"{id}.{version}.nupkg"), [(id + ".nuspec", Nuspec(id, version)), .. files]);
    }

    /// <summary>Compiles a plugin into a folder of its own.</summary>
    public static string Unpacked(string folder, string id, string version, string source = Source, string manifest = "")
    {
        var plugin = TestPlugin.Write(folder, id, source.Replace("ID", id, StringComparison.Ordinal), manifest);
        var file = Path.Combine(plugin, "plugin.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal));
        return plugin;
    }

    public static byte[] Nuspec(string id, string version, string type = "PluginHostPlugin") => Encoding.UTF8.GetBytes($"""
        <package><metadata><id>{id}</id><version>{version}</version><authors>a</authors><description>d</description>
        <packageTypes><packageType name="{type}" /></packageTypes></metadata></package>
        """);

    /// <summary>Writes a zip with whatever names.</summary>
    public static string Zip(string file, params (string Name, byte[] Bytes)[] entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }

        return file;
    }
}
