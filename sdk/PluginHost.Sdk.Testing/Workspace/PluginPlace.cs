using System.Reflection;
using PluginHost.Engine.Plugins;

namespace PluginHost.Sdk.Testing;

/// <summary>Where a plugin's <c>plugin.yaml</c> is, and what it says.</summary>
internal sealed record PluginPlace(string Folder, PluginManifest Manifest)
{
    private const string FileName = "plugin.yaml";

    /// <summary>The place of the plugin in an assembly: the file that the test names, the one beside the assembly, or the one in a folder there of the assembly's name.</summary>
    /// <exception cref="PluginHostException">There is none that names this assembly.</exception>
    public static PluginPlace Of(Assembly assembly, string named)
    {
        var name = assembly.GetName().Name!;
        var beside = Path.GetDirectoryName(assembly.Location)!;
        string[] candidates = named.Length > 0 ? [Path.GetFullPath(named)] : [Path.Combine(beside, FileName), Path.Combine(beside, name, FileName)];
        foreach (var file in candidates.Where(File.Exists))
        {
            var place = At(file);
            if (named.Length > 0 || place.Manifest.Entry == name + ".dll")
                return place;
        }

        throw new PluginHostException(
            $"No {FileName} of {name} was found at {string.Join(" or ", candidates)}. Copy it there when the plugin is built: "
            + $"<None Include=\"{FileName}\" CopyToOutputDirectory=\"PreserveNewest\" />, or name it with TestHostOptions.Manifest.");
    }

    /// <summary>The place of the plugin in a folder.</summary>
    /// <exception cref="PluginHostException">There is no <c>plugin.yaml</c>, or it cannot be read.</exception>
    public static PluginPlace In(string folder) => At(Path.Combine(Path.GetFullPath(folder), FileName));

    private static PluginPlace At(string file) => PluginManifestFile.Read(file) switch
    {
        ManifestRead read => new PluginPlace(Path.GetDirectoryName(file)!, read.Manifest),
        ManifestRefused refused => throw new PluginHostException(string.Join('\n', refused.Problems)),
        var other => throw new InvalidOperationException($"A manifest was read as {other}."),
    };
}
