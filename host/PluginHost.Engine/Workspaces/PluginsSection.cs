using PluginHost.Engine.Data.Yaml;
using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>
/// Reads <c>plugins:</c>, a mapping from ids to nothing, <c>off</c>, or version, path and settings; with settings, off is written as <c>off: true</c> beside them.
/// </summary>
internal sealed class PluginsSection(string root, FileProblems problems)
{
    private static readonly string[] Keys = ["version", "path", "settings", "off"];

    public IReadOnlyList<PluginEntry> Read(YamlEntry plugins)
    {
        if (plugins.Value is YamlScalar { IsNothing: true } || !plugins.TryMapping(problems, "posting: { version: 1.2.0 }", out var mapping))
            return [];

        var entries = new List<PluginEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (!PluginIdText.IsValid(entry.Key))
                problems.Add(entry.Line, PluginIdText.Explain(entry.Key));

            entries.Add(ReadEntry(entry));
        }

        return entries;
    }

    private PluginEntry ReadEntry(YamlEntry entry)
    {
        var plugin = new PluginEntry { Id = entry.Key, Line = entry.Line };
        switch (entry.Value)
        {
            case YamlScalar { IsNothing: true }:
                return plugin;
            case YamlScalar { Text: "off" }:
                return plugin with { On = false };
            case YamlMapping mapping:
                return ReadKeys(mapping, plugin);
            case YamlScalar scalar:
                problems.Add(
                    entry.Line,
                    VersionText.IsValid(scalar.Text)
                        ? $"write the version as {entry.Key}: {{ version: {scalar.Text} }}."
                        : $"\"{scalar.Text}\" is unknown here. Write nothing behind \"{entry.Key}:\" to run it, or \"off\".");
                return plugin;
            default:
                problems.Add(entry.Line, $"\"{entry.Key}\" wants nothing, \"off\" or a mapping, such as {{ version: 1.2.0 }}, not {entry.Value.Kind}.");
                return plugin;
        }
    }

    private PluginEntry ReadKeys(YamlMapping mapping, PluginEntry plugin)
    {
        foreach (var entry in mapping.Entries)
        {
            switch (entry.Key)
            {
                case "off":
                    plugin = plugin with { On = !ReadOff(entry) };
                    break;
                case "version":
                    if (!entry.TryText(problems, out var version))
                        break;

                    if (!VersionText.IsValid(version))
                        problems.Add(entry.Line, VersionText.Explain(version));

                    plugin = plugin with { Version = version };
                    break;
                case "path":
                    if (entry.TryText(problems, out var path))
                        plugin = plugin with { Path = FullPath(path, entry.Line) };
                    break;
                case "settings":
                    plugin = plugin with { Settings = ReadSettings(entry) };
                    break;
                default:
                    problems.AddUnknown(entry, $"in \"{plugin.Id}\"", Keys);
                    break;
            }
        }

        return plugin;
    }

    private bool ReadOff(YamlEntry entry)
    {
        if (!entry.TryText(problems, out var text))
            return false;

        if (text is not ("true" or "false"))
            problems.Add(entry.Line, $"\"off\" is true or false, not \"{text}\".");

        return text == "true";
    }

    // Whether it exists is for those who load it.
    private string? FullPath(string path, int line)
    {
        if (!path.Contains('\0'))
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, root));

        problems.Add(line, "\"path\" holds a character that no path can hold.");
        return null;
    }

    private List<GivenSetting> ReadSettings(YamlEntry settings)
    {
        if (settings.Value is YamlScalar { IsNothing: true } || !settings.TryMapping(problems, "{ undo: 30s }", out var mapping))
            return [];

        var given = new List<GivenSetting>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (SecretName.IsOne(entry.Key))
                problems.Add(entry.Line, $"\"{entry.Key}\": settings are not for secrets, because this file is shown, shared and committed. Take it out. What lets a profile speak goes into the vault: pluginhost profiles login @name");
            else if (ReadValue(entry) is { } value)
                given.Add(new GivenSetting { Name = entry.Key, Line = entry.Line, Value = value });
        }

        return given;
    }

    private Value? ReadValue(YamlEntry entry)
    {
        switch (entry.Value)
        {
            case YamlScalar { IsNothing: true }:
                problems.Add(entry.Line, $"\"{entry.Key}\" has no value. Write one, or take the line out.");
                return null;
            case YamlScalar scalar:
                return scalar.Text; // as it is written: its kind is the plugin's to say
            case YamlMapping:
                problems.Add(entry.Line, $"\"{entry.Key}\" wants a text or a list of texts, not a mapping.");
                return null;
        }

        if (!entry.TryTexts(problems, "[one, two]", out var texts))
            return null;

        var items = new Value[texts.Count];
        for (var index = 0; index < items.Length; index++)
            items[index] = texts[index].Text;

        return new ListValue(items);
    }
}
