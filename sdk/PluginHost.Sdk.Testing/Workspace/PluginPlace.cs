using System.Reflection;
using PluginHost.Engine.Plugins;

namespace PluginHost.Sdk.Testing;

/// <summary>Where a plugin's <c>plugin.yaml</c> is, and what it says.</summary>
internal sealed record PluginPlace
{
    private const string FileName = "plugin.yaml";

    public required string Folder { get; init; }

    public required PluginManifest Manifest { get; init; }

    /// <summary>The place of the plugin in an assembly: the file that the test names, or the one beside the assembly.</summary>
    /// <exception cref="PluginHostException">There is none that names this assembly.</exception>
    public static PluginPlace Of(Assembly assembly, string named)
    {
        var name = assembly.GetName().Name!;
        var beside = Path.GetDirectoryName(assembly.Location)!;
        var file = named.Length > 0 ? Path.GetFullPath(named) : Path.Combine(beside, FileName);
        if (File.Exists(file) && At(file) is var place && place.Manifest.Entry == name + ".dll")
            return place;

        throw new PluginHostException(
            $"No {FileName} whose entry is {name}.dll was found at {file}. Copy it there when the plugin is built: "
            + $"<None Include=\"{FileName}\" CopyToOutputDirectory=\"PreserveNewest\" />, or name it with TestHostOptions.Manifest.");
    }

    /// <summary>The place of the plugin in a folder.</summary>
    /// <exception cref="PluginHostException">There is no <c>plugin.yaml</c>, or it cannot be read.</exception>
    public static PluginPlace In(string folder) => At(Path.Combine(Path.GetFullPath(folder), FileName));

    private static PluginPlace At(string file) => PluginManifestFile.Read(file) switch
    {
        ManifestRead read => new PluginPlace { Folder = Path.GetDirectoryName(file)!, Manifest = read.Manifest },
        ManifestRefused refused => throw new PluginHostException(string.Join('\n', refused.Problems)),
        var other => throw new InvalidOperationException($"A manifest was read as {other}."),
    };
}
