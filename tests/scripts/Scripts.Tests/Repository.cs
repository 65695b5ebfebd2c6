using System.Reflection;

namespace PluginHost.Scripts.Tests;

/// <summary>The repository, which is a workspace with scripts.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;

    /// <summary>The scripts, as they are named from the workspace.</summary>
    public static IEnumerable<string> Scripts =>
        Directory.EnumerateFiles(Path.Combine(Root, "scripts"), "*.csx").Select(path => $"scripts/{Path.GetFileName(path)}").Order(StringComparer.Ordinal);

    /// <summary>A throw-away copy of the workspace, without what was ever said there.</summary>
    public static ProgramPlace Copy()
    {
        var place = new ProgramPlace(File.ReadAllText(Path.Combine(Root, "plugins.yaml")));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "scripts"), "*", SearchOption.AllDirectories))
            place.Write(Path.GetRelativePath(Root, file), File.ReadAllText(file));

        return place;
    }
}
