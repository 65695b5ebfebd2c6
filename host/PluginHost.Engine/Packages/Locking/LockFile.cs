using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Ways;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Packages.Locking;

/// <summary>
/// Reads and writes <c>plugins.lock.yaml</c>, which stands beside <c>plugins.yaml</c> and is committed with it: whoever opens the workspace elsewhere gets the same
/// plugins, byte for byte.
/// </summary>
internal static class LockFile
{
    public const string FileName = "plugins.lock.yaml";

    private const string Cure = "Take the file as it was committed last, or delete it and install the plugins again.";
    private static readonly string[] Keys = ["version", "source", "sha512", "files", "previous"];

    /// <summary>The lock of the workspace whose <c>plugins.yaml</c> this is.</summary>
    public static string Beside(string workspaceFile) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(workspaceFile))!, FileName);

    /// <summary>Reads a lock. That there is none is nothing wrong.</summary>
    public static LockReading Read(string file)
    {
        if (!File.Exists(file))
            return new LockReading(PluginsLock.Empty, []);

        return FileText.TryRead(file, FileName, out var text, out var problem) ? Parse(text) : new LockReading(PluginsLock.Empty, [problem]);
    }

    public static LockReading Parse(string text)
    {
        var problems = new FileProblems(FileName);
        var root = YamlReader.Read(text, problems);
        var plugins = new List<LockedPlugin>();
        if (root is YamlMapping mapping && mapping.Find("plugins") is { } section)
        {
            if (section.Value is not YamlScalar { IsNothing: true } && section.TryMapping(problems, "acme.notes: { version: 1.2.0, … }", out var entries))
                plugins.AddRange(entries.Entries.Select(entry => ReadPlugin(entry.Key, entry, problems)).OfType<LockedPlugin>());
        }
        else if (!problems.Any && root is not null)
        {
            problems.Add(root.Line, $"\"plugins:\" is wanted here. {Cure}");
        }

        return problems.Any ? new LockReading(PluginsLock.Empty, problems.InOrder()) : new LockReading(new PluginsLock { Plugins = plugins }, []);
    }

    public static Task WriteAsync(string file, PluginsLock plugins, CancellationToken cancel) => WholeFile.WriteAsync(file, TextOf(plugins), cancel);

    public static string TextOf(PluginsLock plugins)
    {
        var text = new StringBuilder("# Written by PluginHost; commit it. It says which plugins this workspace runs, byte for byte.\n");
        text.Append(plugins.Plugins.Count > 0 ? "plugins:\n" : "plugins: {}\n");
        foreach (var plugin in plugins.Plugins)
        {
            text.Append($"  {plugin.Id}:\n");
            Append(text, "    ", plugin);
            if (plugin.Previous is { } previous)
            {
                text.Append("    previous:\n");
                Append(text, "      ", previous);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string indent, LockedPlugin plugin) => text
        .Append($"{indent}version: {plugin.Version}\n")
        .Append($"{indent}source: {YamlText.Quoted(plugin.Source)}\n")
        .Append($"{indent}sha512: {plugin.Sha512}\n")
        .Append($"{indent}files: {plugin.Files}\n");

    private static LockedPlugin? ReadPlugin(string id, YamlEntry entry, FileProblems problems)
    {
        if (!PluginIdText.IsValid(id))
            problems.Add(entry.Line, PluginIdText.Explain(id));

        if (!entry.TryMapping(problems, "{ version: 1.2.0, … }", out var mapping))
            return null;

        foreach (var unknown in mapping.Entries.Where(known => !Keys.Contains(known.Key)))
            problems.AddUnknown(unknown, $"in \"{id}\"", Keys);

        return new LockedPlugin
        {
            Id = id,
            Version = ReadText(mapping, entry, "version", VersionText.IsValid, problems),
            Source = ReadText(mapping, entry, "source", _ => true, problems),
            Sha512 = ReadText(mapping, entry, "sha512", Sha512Text.IsValid, problems),
            Files = ReadText(mapping, entry, "files", Sha512Text.IsValid, problems),
            Previous = mapping.Find("previous") is { } previous ? ReadPlugin(id, previous, problems) : null,
        };
    }

    // It becomes part of a path, so nothing is taken on trust.
    private static string ReadText(YamlMapping mapping, YamlEntry owner, string key, Func<string, bool> isValid, FileProblems problems)
    {
        if (mapping.Find(key) is not { } entry)
            problems.Add(owner.Line, $"\"{key}\" is missing in \"{owner.Key}\". {Cure}");
        else if (!entry.TryText(problems, out var text) || isValid(text))
            return (entry.Value as YamlScalar)?.Text ?? "";
        else
            problems.Add(entry.Line, $"\"{text}\" is no {key}. {Cure}");

        return "";
    }
}
