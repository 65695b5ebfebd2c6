using System.Globalization;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>Reads YAML data (1.2, core schema): mappings become records that know their lines, sequences lists, scalars values.</summary>
public static class YamlFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="PluginHostException">There is no such file, or it is no YAML; the message names the line.</exception>
    public static Value Read(string fullPath, string displayName) => Parse(FileText.Read(fullPath, displayName), displayName);

    /// <summary>Reads a text. An empty one is nothing.</summary>
    /// <exception cref="PluginHostException">It is no YAML; the message names the line.</exception>
    public static Value Parse(string text, string displayName)
    {
        var problems = new FileProblems(displayName);
        var root = YamlReader.Read(text, problems);
        var value = root is null ? Value.Nothing : Convert(root, displayName, problems);
        return problems.Any ? throw new PluginHostException(problems.InOrder()[0].ToString()) : value;
    }

    private static Value Convert(YamlNode node, string name, FileProblems problems)
    {
        switch (node)
        {
            case YamlMapping mapping:
                var fields = new List<KeyValuePair<string, Value>>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                    fields.Add(KeyValuePair.Create(entry.Key, Convert(entry.Value, name, problems)));

                return new Record(fields) { Origin = string.Create(CultureInfo.InvariantCulture, $"{name}({node.Line})") };

            case YamlSequence sequence:
                var items = new List<Value>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                    items.Add(Convert(item, name, problems));

                return new ListValue(items);

            default:
                var value = YamlCore.ToValue((YamlScalar)node, out var problem);
                if (problem is not null)
                    problems.Add(node.Line, problem);

                return value ?? Value.Nothing;
        }
    }
}
