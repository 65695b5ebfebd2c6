using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Checking;

/// <summary>Looks whether what the settings of plugins name is there: profiles and files, as the declaration of each setting says.</summary>
internal static class NamedThings
{
    private static readonly char[] Ends = [' ', '\t', '\n', ',', ';', '='];

    /// <summary>What is named and does not exist, with the line that names it.</summary>
    public static IEnumerable<ConfigurationProblem> Missing(WorkspaceConfiguration workspace, PluginCatalog plugins) =>
        from plugin in plugins.Usable
        from given in plugin.Entry.Settings
        let declared = plugin.Contributions!.Settings.FirstOrDefault(setting => setting.Name == given.Name)
        where declared is not null
        from message in Missing(workspace, declared, given.Value is ListValue ? given.Value.Items : [given.Value])
        select new ConfigurationProblem
        {
            File = Path.GetFileName(workspace.File),
            Line = given.Line,
            Message = $"\"{given.Name}\" of {plugin.Id} {message}",
        };

    private static IEnumerable<string> Missing(WorkspaceConfiguration workspace, SettingContribution declared, IReadOnlyList<Value> values) => declared.Names switch
    {
        SettingNames.Profiles => values.SelectMany(value => MissingProfiles(workspace, value.ToString())),
        SettingNames.Files => values.Select(value => value.ToString()).Where(file => file.Length > 0 && !File.Exists(Path.Combine(workspace.Root, file))).Select(file =>
            $"names the file {file}, and there is none.{Hint(Path.Combine(workspace.Root, file))} Put it there, or name another."),
        _ => [],
    };

    private static IEnumerable<string> MissingProfiles(WorkspaceConfiguration workspace, string text)
    {
        var known = workspace.Profiles.Select(entry => entry.Profile.Name).ToList();
        return text
            .Split(Ends, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is ['@', _, ..] && !known.Contains(word, StringComparer.OrdinalIgnoreCase))
            .Select(word => $"names {word}, and there is no such profile.{Nearest.Hint(word, known)} Profiles stand under \"profiles:\".");
    }

    private static string Hint(string file) => Path.GetDirectoryName(file) is { } folder && Directory.Exists(folder)
        ? Nearest.Hint(Path.GetFileName(file), Directory.EnumerateFiles(folder).Take(1000).Select(path => Path.GetFileName(path)))
        : "";
}
