using System.Text.Json;

namespace PluginHost.Engine.Scripting;

/// <summary>Reads what a restore has found: its <c>project.assets.json</c>.</summary>
internal static class PackageAssets
{
    private const string Nothing = "_._";

    /// <param name="json">The file's text.</param>
    /// <param name="target">The framework and the machine: <c>net10.0/linux-x64</c>.</param>
    public static PackageSet Read(string json, string target)
    {
        using var assets = JsonDocument.Parse(json);
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        var packages = assets.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject()
            .Where(package => package.Value.GetProperty("type").ValueEquals("package"))
            .ToList();
        return new PackageSet { Compile = Files("compile"), Runtime = Files("runtime"), Native = Files("native") };

        IReadOnlyList<string> Files(string kind) =>
        [
            .. from package in packages
               where package.Value.TryGetProperty(kind, out _)
               from file in package.Value.GetProperty(kind).EnumerateObject()
               where Path.GetFileName(file.Name) != Nothing
               select Locate(libraries.GetProperty(package.Name).GetProperty("path").GetString()!, file.Name),
        ];

        string Locate(string library, string file) => folders
            .Select(folder => Path.GetFullPath(Path.Combine(folder, library, file)))
            .OrderByDescending(File.Exists)
            .First();
    }
}
