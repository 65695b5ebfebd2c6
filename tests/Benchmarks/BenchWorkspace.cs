namespace PluginHost.Benchmarks;

/// <summary>A workspace with the bundled plugins and one profile, on the rehearsal network: what is said there never leaves the machine.</summary>
internal static class BenchWorkspace
{
    public const string Profile = "@slocombe";

    /// <summary>Makes it.</summary>
    /// <param name="folder">The folder, made here.</param>
    /// <param name="more">Further plugins that it names.</param>
    /// <returns>The path of its <c>plugins.yaml</c>.</returns>
    public static string Make(string folder, params IEnumerable<string> more)
    {
        Directory.CreateDirectory(Path.Combine(folder, "scripts"));
        var file = Path.Combine(folder, "plugins.yaml");
        string[] lines =
        [
            "plugins:",
            "  posting:",
            "  rehearsal: { settings: { seed: 1, followers: 40 } }",
            .. more.Select(id => $"  {id}:"),
            "profiles:",
            $"  \"{Profile}\": {{ network: rehearsal, language: en }}",
        ];
        File.WriteAllLines(file, lines);
        return file;
    }
}
