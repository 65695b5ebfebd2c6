using PluginHost.Engine.Data;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins;

/// <summary>Reads <c>plugin.yaml</c>, which says who a plugin is. All that is wrong is told at once.</summary>
internal static class PluginManifestFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "plugin.yaml";

    private static readonly string[] Keys = ["id", "name", "version", "sdk", "entry", "needs", "contracts"];
    private static readonly string[] Needs = [.. Need.All.Select(need => need.Name)];

    private static readonly (string Key, string Example)[] Required =
        [("id", "acme.notes"), ("name", "Notes"), ("version", "1.2.0"), ("sdk", "^1.0"), ("entry", "Acme.Notes.dll")];

    /// <summary>Reads a manifest. In problems it is called after its folder, because every plugin has one: <c>notes/plugin.yaml</c>.</summary>
    public static ManifestReading Read(string file)
    {
        file = Path.GetFullPath(file);
        var name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
        return FileText.TryRead(file, name, out var text, out var problem) ? Parse(text, name) : new ManifestRefused([problem]);
    }

    /// <summary>Reads the text of a manifest.</summary>
    public static ManifestReading Parse(string text, string displayName)
    {
        var problems = new FileProblems(displayName);
        var root = YamlReader.Read(text, problems);
        if (root is not null and not YamlMapping)
            problems.Add(root.Line, $"keys such as id: and entry: are wanted here, not {root.Kind}.");
        else if (root is null && !problems.Any)
            problems.Add(0, "the file is empty. It says at least id, name, version, sdk and entry.");

        var manifest = root is YamlMapping mapping ? ReadKeys(mapping, problems) : null;
        return manifest is null || problems.Any ? new ManifestRefused(problems.InOrder()) : new ManifestRead(manifest);
    }

    private static PluginManifest ReadKeys(YamlMapping mapping, FileProblems problems)
    {
        var manifest = new PluginManifest { Id = "", Name = "", Version = "", Sdk = "", Entry = "" };
        foreach (var entry in mapping.Entries)
        {
            manifest = entry.Key switch
            {
                "id" => manifest with { Id = ReadText(entry, problems, PluginIdText.IsValid, PluginIdText.Explain) },
                "name" => manifest with { Name = ReadText(entry, problems, _ => true, _ => "") },
                "version" => manifest with { Version = ReadText(entry, problems, VersionText.IsValid, VersionText.Explain) },
                "sdk" => manifest with { Sdk = ReadText(entry, problems, text => SdkRange.Parse(text) is not null, ExplainRange) },
                "entry" => manifest with { Entry = ReadText(entry, problems, IsAssemblyName, ExplainAssemblyName) },
                "needs" => manifest with { Needs = ReadNeeds(entry, problems) },
                "contracts" => manifest with { Contracts = ReadContracts(entry, problems) },
                _ => Unknown(entry),
            };
        }

        foreach (var (key, example) in Required)
        {
            if (mapping.Find(key) is null)
                problems.Add(0, $"\"{key}\" is missing. Write it as {key}: {example}.");
        }

        return manifest;

        PluginManifest Unknown(YamlEntry entry)
        {
            problems.AddUnknown(entry, "here", Keys);
            return manifest;
        }
    }

    private static string ReadText(YamlEntry entry, FileProblems problems, Func<string, bool> isValid, Func<string, string> explain)
    {
        if (!entry.TryText(problems, out var text))
            return "";

        if (!isValid(text))
            problems.Add(entry.Line, explain(text));

        return text;
    }

    private static List<string> ReadNeeds(YamlEntry entry, FileProblems problems)
    {
        var needs = new List<string>();
        foreach (var text in ReadTexts(entry, problems, "[network, files]"))
        {
            if (Array.IndexOf(Needs, text.Text) >= 0)
                needs.Add(text.Text);
            else
                problems.Add(text.Line, $"\"{text.Text}\" is no need.{Nearest.Hint(text.Text, Needs)} Needs are {string.Join(", ", Needs)}.");
        }

        return needs;
    }

    private static List<string> ReadContracts(YamlEntry entry, FileProblems problems)
    {
        var contracts = new List<string>();
        foreach (var text in ReadTexts(entry, problems, "[Acme.Contracts.dll]"))
        {
            if (IsAssemblyName(text.Text))
                contracts.Add(text.Text);
            else
                problems.Add(text.Line, ExplainAssemblyName(text.Text));
        }

        return contracts;
    }

    private static IEnumerable<YamlScalar> ReadTexts(YamlEntry entry, FileProblems problems, string example) =>
        entry.Value is not YamlScalar { IsNothing: true } && entry.TryTexts(problems, example, out var texts) ? texts : [];

    private static bool IsAssemblyName(string text) =>
        text.Length > ".dll".Length && text.EndsWith(".dll", StringComparison.Ordinal) && text.IndexOfAny(['/', '\\']) < 0;

    private static string ExplainAssemblyName(string text) =>
        $"\"{text}\" is no assembly beside this file. Write its file name alone, as Acme.Notes.dll.";

    private static string ExplainRange(string text) => $"\"{text}\" is no range of SDK versions. Write it as ^1.2, 1.2, >=1.2 or \">=1.2 <3.0\".";
}
