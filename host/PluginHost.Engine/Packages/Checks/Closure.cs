using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Packages.Checks;

/// <summary>
/// Looks whether all that a plugin needs came with it. What is missing would throw where it is first used, which may be weeks later.
/// </summary>
internal static class Closure
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <param name="folder">The plugin's folder.</param>
    /// <param name="paths">Its files.</param>
    /// <param name="entry">Its assembly.</param>
    /// <param name="contracts">The contract assemblies that other plugins bring.</param>
    /// <returns>What is missing; null where nothing is.</returns>
    public static string? FindMissing(string folder, IReadOnlyList<string> paths, string entry, IReadOnlySet<string> contracts)
    {
        var beside = paths
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => Path.Combine(folder, group.First()), StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>([Path.Combine(folder, entry)]);
        while (waiting.TryDequeue(out var file))
        {
            foreach (var (name, version) in References.Of(file).Where(reference => seen.Add(reference.Name)))
            {
                if (beside.TryGetValue(name, out var brought))
                    waiting.Enqueue(brought);
                else if (!IsHosts(name) && !contracts.Contains(name))
                    return $"{Path.GetFileName(file)} needs {name} {version}, which is not in the package. Its author packs it with \"dotnet pack\", which puts all of it inside.";
            }
        }

        return null;
    }

    private static bool IsHosts(string name) =>
        ContractAssemblies.Own.Any(contract => string.Equals(contract.GetName().Name, name, StringComparison.OrdinalIgnoreCase))
        || File.Exists(Path.Combine(Framework, name + ".dll"));
}
