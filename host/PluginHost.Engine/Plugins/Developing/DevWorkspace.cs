using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Developing;

/// <summary>
/// A workspace for one plugin that is being developed: empty at each start, under the person's cache, with a profile on the rehearsal network. Whatever the
/// plugin does there reaches nobody, and harms no data.
/// </summary>
public sealed class DevWorkspace : IDisposable
{
    private const string LockName = "in-use";
    private readonly FileStream _lock;

    private DevWorkspace(string file, FileStream held) => (File, _lock) = (file, held);

    /// <summary>Its <c>plugins.yaml</c>.</summary>
    public string File { get; }

    /// <summary>Makes it.</summary>
    /// <param name="pluginFolder">The folder with the plugin's <c>plugin.yaml</c>.</param>
    /// <param name="user">Where things of the person are kept.</param>
    /// <exception cref="WrongUseException">The folder holds no plugin, or it is being developed in another process.</exception>
    /// <exception cref="PluginHostException">It cannot be written.</exception>
    public static DevWorkspace Make(string pluginFolder, UserFolders user)
    {
        var manifest = ManifestOf(pluginFolder);
        var folder = Path.Combine(user.Cache, "dev", manifest.Id);
        try
        {
            Directory.CreateDirectory(folder);
            var held = Hold(folder, manifest.Id);
            Empty(folder);
            var file = Path.Combine(folder, WorkspaceFile.FileName);
            System.IO.File.WriteAllText(file, TextFor(manifest.Id, pluginFolder));
            return new DevWorkspace(file, held);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"The workspace for {manifest.Id} cannot be made in {folder}: {error.Message}");
        }
    }

    /// <summary>Builds the plugin, where its folder holds a project.</summary>
    /// <param name="pluginFolder">The folder.</param>
    /// <param name="hear">Told of what the build says.</param>
    /// <param name="cancel">Ends the build.</param>
    /// <returns>Whether it can be used.</returns>
    public static async Task<bool> BuildAsync(string pluginFolder, Action<string> hear, CancellationToken cancel)
    {
        if (DotnetBuild.FindProject(pluginFolder) is not { } project)
            return true;

        var end = await DotnetBuild.RunAsync(project, hear, cancel);
        if (!end.Succeeded && end.Words.StartsWith("dotnet ", StringComparison.Ordinal))
            hear(end.Words);

        return end.Succeeded;
    }

    public void Dispose() => _lock.Dispose();

    private static PluginManifest ManifestOf(string folder)
    {
        var path = Path.Combine(folder, PluginManifestFile.FileName);
        if (!System.IO.File.Exists(path))
            throw new WrongUseException($"There is no {PluginManifestFile.FileName} in {folder}. Name the folder of a plugin, or make one: dotnet new pluginhost-plugin.");

        return PluginManifestFile.Read(path) switch
        {
            ManifestRead read => read.Manifest,
            ManifestRefused refused => throw new WrongUseException(string.Join('\n', refused.Problems)),
            var other => throw new InvalidOperationException($"A manifest was read as {other}."),
        };
    }

    private static FileStream Hold(string folder, string plugin)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new WrongUseException($"{plugin} is being developed in another process. Leave that one first.");
        }
    }

    private static void Empty(string folder)
    {
        foreach (var below in Directory.EnumerateDirectories(folder))
            Directory.Delete(below, recursive: true);

        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != LockName))
            System.IO.File.Delete(file);
    }

    private static string TextFor(string id, string folder)
    {
        var others = new[] { "posting", "rehearsal" }.Where(other => other != id).Select(other => $"  {other}:\n");
        var path = folder.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $$"""
            # A workspace to try {{id}} in. It is made anew at each start; what is said here reaches nobody.
            plugins:
            {{string.Concat(others)}}  {{id}}: { path: "{{path}}" }
            profiles:
              "@me": { network: rehearsal }

            """;
    }
}
