using PluginHost.Engine.Data;
using PluginHost.Engine.Data.Yaml;

namespace PluginHost.Engine.Workspaces;

/// <summary>
/// Reads <c>plugins.yaml</c>. The whole file is read whatever is wrong with it, so that all problems are told at once. Whether plugins, networks
/// and settings exist is for those who know the plugins.
/// </summary>
public static class WorkspaceFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "plugins.yaml";

    private static readonly string[] Keys = ["plugins", "profiles", "campaigns", "linters", "zone", "mail", "store", "vault", "keys", "keep", "sources"];

    /// <summary>The nearest <c>plugins.yaml</c>: of this folder or of one above it.</summary>
    /// <param name="startFolder">Where to start.</param>
    /// <returns>The full path, or <see langword="null"/> where there is none.</returns>
    public static string? Find(string startFolder)
    {
        for (var folder = Path.GetFullPath(startFolder); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, FileName);
            if (File.Exists(file))
                return file;
        }

        return null;
    }

    /// <summary>Reads a workspace.</summary>
    /// <param name="file">The path of the file.</param>
    /// <returns>The workspace, or all that is wrong with it.</returns>
    public static WorkspaceReading Read(string file)
    {
        file = Path.GetFullPath(file);
        var name = Path.GetFileName(file);
        if (FileText.TryRead(file, name, out var text, out var problem))
            return Parse(text, file);

        return new WorkspaceRefused([File.Exists(file) || Directory.Exists(file) ? problem : Missing(file, name)]);
    }

    internal static WorkspaceReading Parse(string text, string file)
    {
        var problems = new FileProblems(Path.GetFileName(file));
        var configuration = new WorkspaceConfiguration { File = file, Plugins = [], Profiles = [] };
        switch (YamlReader.Read(text, problems))
        {
            case YamlMapping mapping:
                configuration = ReadKeys(mapping, configuration, problems);
                break;
            case null or YamlScalar { IsNothing: true }:
                break; // an empty workspace, or a problem that is noted
            case { } other:
                problems.Add(other.Line, $"keys such as plugins: and profiles: are wanted here, not {other.Kind}.");
                break;
        }

        return problems.Any ? new WorkspaceRefused(problems.InOrder()) : new WorkspaceRead(configuration);
    }

    private static WorkspaceConfiguration ReadKeys(YamlMapping mapping, WorkspaceConfiguration configuration, FileProblems problems)
    {
        foreach (var entry in mapping.Entries)
        {
            switch (entry.Key)
            {
                case "plugins":
                    configuration = configuration with { Plugins = new PluginsSection(configuration.Root, problems).Read(entry) };
                    break;
                case "sources":
                    configuration = configuration with { Sources = SourcesSection.Read(entry, problems) };
                    break;
                case "profiles":
                    configuration = configuration with { Profiles = new ProfilesSection(problems).Read(entry) };
                    break;
                case "campaigns":
                    configuration = configuration with
                    {
                        Campaigns = new CampaignsSection(configuration.Root, Path.GetFileName(configuration.File), problems).Read(entry),
                    };
                    break;
                case "linters":
                    configuration = configuration with { Linters = new LintersSection(problems).Read(entry) };
                    break;
                case "keys":
                    configuration = configuration with { Keys = new KeysSection(problems).Read(entry) };
                    break;
                case "zone":
                    if (entry.TryText(problems, out var id) && ZoneText.Find(id, entry.Line, problems) is { } zone)
                        configuration = configuration with { Zone = zone };
                    break;
                case "keep":
                    configuration = configuration with { Keep = KeepSection.Read(entry, problems) ?? configuration.Keep };
                    break;
                case "mail":
                    configuration = configuration with { Mail = MailSection.Read(entry, problems) };
                    break;
                case "store":
                    configuration = configuration with { Store = StoreSection.Read(entry, problems) };
                    break;
                case "vault":
                    configuration = configuration with { Vault = VaultSection.Read(entry, problems) };
                    break;
                default:
                    problems.AddUnknown(entry, "here", Keys);
                    break;
            }
        }

        return configuration;
    }

    private static ConfigurationProblem Missing(string file, string name)
    {
        var folder = Path.GetDirectoryName(file)!;
        var cure = File.Exists(Path.ChangeExtension(file, ".yml"))
            ? $"There is a {Path.ChangeExtension(name, ".yml")}: rename it."
            : "Make one; a smallest one says \"plugins: { posting, rehearsal }\".";
        return new ConfigurationProblem { File = name, Line = 0, Message = $"there is no {name} in {folder} or above it. {cure}" };
    }
}
