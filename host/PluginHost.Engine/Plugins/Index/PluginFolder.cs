using System.Reflection;
using PluginHost.Engine.Plugins.Compatibility;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Plugins.Index;

/// <summary>Reads one plugin's folder: identity from <c>plugin.yaml</c>, contributions from the assembly's metadata.</summary>
internal static class PluginFolder
{
    /// <param name="folder">The folder.</param>
    /// <param name="contracts">What the contracts of this program have, read when it is first asked for.</param>
    public static IndexedPlugin Read(string folder, Lazy<ContractSurface> contracts)
    {
        var manifestPath = Path.Combine(folder, "plugin.yaml");
        var plugin = new IndexedPlugin
        {
            Folder = folder,
            ManifestStamp = FileStamp.Of(manifestPath),
            EntryPath = "",
            EntryStamp = FileStamp.Missing,
        };
        return PluginManifestFile.Read(manifestPath) switch
        {
            ManifestRefused refused => plugin with { Refusal = string.Join('\n', refused.Problems) },
            ManifestRead read => WithEntry(plugin with { Manifest = read.Manifest, EntryPath = FindEntry(folder, read.Manifest.Entry) }, read.Manifest, contracts),
            var other => throw new InvalidOperationException($"A manifest was read as {other}."),
        };
    }

    private static IndexedPlugin WithEntry(IndexedPlugin plugin, PluginManifest manifest, Lazy<ContractSurface> contracts)
    {
        var stamp = FileStamp.Of(plugin.EntryPath);
        if (stamp == FileStamp.Missing)
            return plugin with { Refusal = $"{manifest.Entry} is missing in {plugin.Folder}. Build the plugin, or install it again." };

        if (SdkRange.Parse(manifest.Sdk)?.Allows(SdkVersion) == false)
            return plugin with { EntryStamp = stamp, Refusal = $"{manifest.Id} {manifest.Version} wants SDK {manifest.Sdk}; this program has {SdkVersion.ToString(2)}." };

        if (manifest.Contracts.FirstOrDefault(contract => !System.IO.File.Exists(Path.Combine(Path.GetDirectoryName(plugin.EntryPath)!, contract))) is { } missing)
            return plugin with { EntryStamp = stamp, Refusal = $"The contract {missing} is missing beside {manifest.Entry}. Build the plugin, or install it again." };

        return ContributionReader.Read(plugin.EntryPath, manifest.Id) switch
        {
            ContributionsRead when Incompatibility.Find(plugin.EntryPath, manifest, contracts.Value, SdkVersion) is { } reason => plugin with { EntryStamp = stamp, Refusal = reason },
            ContributionsRead read => plugin with { EntryStamp = stamp, Contributions = read.Contributions },
            ContributionsRefused refused => plugin with { EntryStamp = stamp, Refusal = refused.Reason },
            var other => throw new InvalidOperationException($"An assembly was read as {other}."),
        };
    }

    // The assembly's version stays major.0.0.0, so that plugins bind to every minor; the file's version tells which it is.
    private static Version SdkVersion =>
        Version.Parse(typeof(Sdk.Plugin).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version);

    /// <summary>The assembly of a plugin: beside its manifest, else the newest that a build has put below it.</summary>
    public static string FindEntry(string folder, string entry)
    {
        var beside = Path.Combine(folder, entry);
        if (System.IO.File.Exists(beside))
            return beside;

        var output = Path.Combine(folder, "bin");
        return Directory.Exists(output)
            ? Directory.EnumerateFiles(output, entry, SearchOption.AllDirectories)
                .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .OrderByDescending(System.IO.File.GetLastWriteTimeUtc)
                .FirstOrDefault(beside)
            : beside;
    }
}
