using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Writes records and lists as a tree of lines, with guides that show what belongs to what.</summary>
public static class ValueTree
{
    /// <summary>The lines of a value; a plain one is its own text.</summary>
    public static IReadOnlyList<string> LinesOf(Value value)
    {
        var lines = new List<string>();
        if (!HasChildren(value))
            lines.AddRange(TextOf(value).Split('\n'));
        else
            Add(lines, "", value);

        return lines;
    }

    /// <summary>Whether a value is drawn as a tree.</summary>
    public static bool IsTree(Value value) => value is Record or ListValue or Table;

    private static bool HasChildren(Value value) => value switch
    {
        Record record => record.Fields.Count > 0,
        ListValue or Table => value.Items.Count > 0,
        _ => false,
    };

    private static void Add(List<string> lines, string indent, Value value)
    {
        var children = value is Record record
            ? record.Fields
            : [.. value.Items.Select((item, index) => KeyValuePair.Create(HasChildren(item) ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : "", item))];
        for (var i = 0; i < children.Count; i++)
        {
            var (name, child) = children[i];
            var (branch, below) = i == children.Count - 1 ? ("└─ ", "   ") : ("├─ ", "│  ");
            if (HasChildren(child))
            {
                lines.Add($"{indent}{branch}{name}");
                Add(lines, indent + below, child);
                continue;
            }

            var text = TextOf(child).Split('\n');
            lines.Add($"{indent}{branch}{(name.Length > 0 ? $"{name}: " : "")}{text[0]}");
            foreach (var more in text.Skip(1))
                lines.Add($"{indent}{below}{more}");
        }
    }

    private static string TextOf(Value value) => value switch
    {
        Record => "(no fields)",
        ListValue or Table => "(none)",
        _ => value.ToString().ReplaceLineEndings("\n"),
    };
}
