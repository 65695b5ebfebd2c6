using PluginHost.Engine.Data.Yaml;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>keys:</c>, a mapping from keys to a command's id, to nothing, or to a command and when it holds.</summary>
internal sealed class KeysSection(FileProblems problems)
{
    private static readonly string[] Keys = ["command", "when"];

    public IReadOnlyList<KeyEntry> Read(YamlEntry keys)
    {
        if (keys.Value is YamlScalar { IsNothing: true } || !keys.TryMapping(problems, "{ \"ctrl+k n\": acme.notes.add }", out var mapping))
            return [];

        var entries = new List<KeyEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            var key = new KeyEntry { Key = entry.Key, Line = entry.Line };
            entries.Add(entry.Value switch
            {
                YamlScalar { IsNothing: true } => key,
                YamlMapping each => ReadKeys(each, key),
                _ => entry.TryText(problems, out var command) ? key with { Command = command } : key,
            });
        }

        return entries;
    }

    private KeyEntry ReadKeys(YamlMapping mapping, KeyEntry key)
    {
        foreach (var entry in mapping.Entries)
        {
            switch (entry.Key)
            {
                case "command":
                    if (entry.TryText(problems, out var command))
                        key = key with { Command = command };
                    break;
                case "when":
                    if (entry.TryText(problems, out var when))
                        key = key with { When = when };
                    break;
                default:
                    problems.AddUnknown(entry, $"in \"{key.Key}\"", Keys);
                    break;
            }
        }

        if (mapping.Find("command") is null)
            problems.Add(key.Line, $"\"{key.Key}\" has no command. Write it as {{ command: acme.notes.add, when: view == acme.notes.list }}.");

        return key;
    }
}
