using System.Diagnostics.CodeAnalysis;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>What a configuration file wants of a node: a text, a mapping, a list, a known key. What it is not becomes a problem with its line.</summary>
internal static class YamlShape
{
    public static bool TryText(this YamlEntry entry, FileProblems problems, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (entry.Value is not YamlScalar scalar)
            problems.Add(entry.Line, $"\"{entry.Key}\" wants a text, not {entry.Value.Kind}.");
        else if (scalar.IsNothing || string.IsNullOrWhiteSpace(scalar.Text))
            problems.Add(entry.Line, $"\"{entry.Key}\" has no value. Write one, or take the line out.");
        else
            text = scalar.Text;

        return text is not null;
    }

    /// <param name="entry">The key.</param>
    /// <param name="problems">Takes the problem.</param>
    /// <param name="example">What the value could be, for the message.</param>
    /// <param name="mapping">The mapping.</param>
    public static bool TryMapping(this YamlEntry entry, FileProblems problems, string example, [NotNullWhen(true)] out YamlMapping? mapping)
    {
        mapping = entry.Value as YamlMapping;
        if (mapping is null)
            problems.Add(entry.Line, $"\"{entry.Key}\" wants a mapping, such as {example}, not {entry.Value.Kind}.");

        return mapping is not null;
    }

    /// <summary>Reads a list of texts; an item that is none becomes a problem and is left out.</summary>
    public static bool TryTexts(this YamlEntry entry, FileProblems problems, string example, [NotNullWhen(true)] out List<YamlScalar>? texts)
    {
        texts = null;
        if (entry.Value is not YamlSequence sequence)
        {
            problems.Add(entry.Line, $"\"{entry.Key}\" wants a list, such as {example}, not {entry.Value.Kind}.");
            return false;
        }

        texts = new List<YamlScalar>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (item is YamlScalar { IsNothing: false } text)
                texts.Add(text);
            else
                problems.Add(item.Line, $"an item of \"{entry.Key}\" must be a text, not {item.Kind}.");
        }

        return true;
    }

    public static void AddUnknown(this FileProblems problems, YamlEntry entry, string place, string[] known) =>
        problems.Add(entry.Line, $"\"{entry.Key}\" is unknown {place}.{Nearest.Hint(entry.Key, known)} Known are {string.Join(", ", known)}.");
}
