using System.Reflection;

namespace PluginHost.CommandLine;

/// <summary>What a new workspace holds: the files of the template <c>pluginhost-workspace</c>, which the build puts into the program, so that there is one of each.</summary>
internal static class WorkspaceTemplate
{
    private const string Prefix = "workspace/";

    /// <summary>The files, by their paths within the workspace.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Writes the files into a folder. The one that makes it a workspace comes last: what was interrupted is none yet.</summary>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public static void WriteTo(string folder)
    {
        foreach (var file in Files.OrderBy(file => file == Engine.Workspaces.WorkspaceFile.FileName))
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var written = new FileStream(path, FileMode.CreateNew);
            using var text = Open(file);
            text.CopyTo(written);
        }
    }

    private static Stream Open(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().Single(name => name.Replace('\\', '/') == Prefix + file);
        return assembly.GetManifestResourceStream(name)!;
    }
}
