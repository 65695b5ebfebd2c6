using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PluginHost.Architecture.Tests;

/// <summary>The repository as files: projects and who they refer to.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The projects, by path relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static XDocument Load(string project) => XDocument.Load(Path.Combine(Root, project));

    /// <summary>The source files of the product.</summary>
    public static IEnumerable<string> Sources() => new[] { "sdk", "host", "plugins" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "PluginHost.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in the repository.");

        return folder;
    }
}
