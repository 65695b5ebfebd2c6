using System.Text.RegularExpressions;
using PluginHost.Engine.Data;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Settings;

/// <summary>
/// Changes <c>plugins.yaml</c> as a careful person would: the one value, and no comment, order or line beside it. What comes out is read again and must
/// say exactly what was meant, or nothing is written: whatever is set too unusually for this is left to a person.
/// </summary>
internal static partial class WorkspaceText
{
    /// <summary>Changes a file, as a whole or not at all.</summary>
    /// <exception cref="PluginHostException">It cannot be read or written, or not be changed safely.</exception>
    public static async Task<FileChange> ChangeAsync(string path, Func<string, string> change, CancellationToken cancel)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancel);
            var changed = change(text);
            await File.WriteAllTextAsync(path + ".new", changed, cancel);
            File.Move(path + ".new", path, overwrite: true);
            return new FileChange(path, text, changed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException(Texts.Fill(Texts.SettingsUnwritten, Path.GetFileName(path), error.Message));
        }
    }

    /// <summary>Gives settings of a plugin other values.</summary>
    public static string Set(string text, string plugin, IEnumerable<(string Name, Value Value)> settings)
    {
        foreach (var (name, value) in settings)
            text = Checked(text, SetOne(text, plugin, name, Write(value)), ["plugins", plugin, "settings", name], value, plugin);

        return text;
    }

    /// <summary>A value as it stands in YAML.</summary>
    public static string Write(Value value) => value is ListValue list ? $"[{string.Join(", ", list.Items.Select(Write))}]"
        : value is NumberValue or FlagValue || IsPlain(value.ToString()) ? value.ToString()
        : $"\"{value.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";

    private static string SetOne(string text, string plugin, string name, string value)
    {
        var lines = Lines(text);
        var at = EntryOf(lines, plugin);
        if (at < 0)
            throw ByHand(plugin);

        var indent = IndentOf(lines[at]);
        var entry = EntryLine().Match(lines[at]);
        var flow = entry.Groups["value"].Value.Trim();
        if (flow.StartsWith('{'))
            lines[at] = entry.Groups["key"].Value + " " + InFlow(flow, name, value, plugin) + entry.Groups["rest"].Value;
        else if (flow.Length > 0)
            throw ByHand(plugin);
        else if (!HasChildren(lines, at))
            lines[at] = $"{entry.Groups["key"].Value} {{ settings: {{ {name}: {value} }} }}{Spaced(entry.Groups["rest"].Value)}";
        else
            SetBelow(lines, at, indent, name, value, plugin);

        return string.Join('\n', lines);
    }

    // The plugin is a block: its settings are a line of it, or lines below one.
    private static void SetBelow(List<string> lines, int at, int indent, string name, string value, string plugin)
    {
        var settings = ChildOf(lines, at, indent, "settings");
        if (settings < 0)
        {
            lines.Insert(EndOf(lines, at), $"{new string(' ', IndentOf(lines[FirstChild(lines, at)]))}settings: {{ {name}: {value} }}");
            return;
        }

        var line = EntryLine().Match(lines[settings]);
        var flow = line.Groups["value"].Value.Trim();
        if (flow.StartsWith('{'))
        {
            lines[settings] = $"{line.Groups["key"].Value} {WithEntry(flow, name, value, plugin)}{line.Groups["rest"].Value}";
            return;
        }

        var child = ChildOf(lines, settings, IndentOf(lines[settings]), name);
        if (child >= 0)
        {
            var known = EntryLine().Match(lines[child]);
            if (known.Groups["value"].Value.Trim().Length == 0 && HasChildren(lines, child))
                throw ByHand(plugin);

            lines[child] = $"{known.Groups["key"].Value} {value}{Spaced(known.Groups["rest"].Value)}";
            return;
        }

        var depth = HasChildren(lines, settings) ? IndentOf(lines[FirstChild(lines, settings)]) : IndentOf(lines[settings]) + 2;
        lines.Insert(EndOf(lines, settings), $"{new string(' ', depth)}{name}: {value}");
    }

    // { version: 1.0.0, settings: { a: 1 } }
    private static string InFlow(string flow, string name, string value, string plugin)
    {
        var parts = PartsOf(flow, plugin);
        var at = parts.FindIndex(part => KeyOf(part) == "settings");
        if (at < 0)
            parts.Add($" settings: {{ {name}: {value} }}");
        else
            parts[at] = $" settings: {WithEntry(parts[at][(parts[at].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), name, value, plugin)}";

        return Braced(parts);
    }

    private static string WithEntry(string flow, string name, string value, string plugin)
    {
        if (!flow.StartsWith('{'))
            throw ByHand(plugin);

        var parts = PartsOf(flow, plugin);
        var at = parts.FindIndex(part => KeyOf(part) == name);
        if (at < 0)
            parts.Add($" {name}: {value}");
        else
            parts[at] = $" {name}: {value}";

        return Braced(parts);
    }

    private static string Braced(List<string> parts) => "{ " + string.Join(", ", parts.Select(part => part.Trim())) + " }";

    // The entries of a mapping in braces, as they are written. One that is not closed on its line is left to a person.
    private static List<string> PartsOf(string flow, string plugin)
    {
        var parts = new List<string>();
        var (depth, start, quote) = (0, 1, '\0');
        for (var place = 0; place < flow.Length; place++)
        {
            var letter = flow[place];
            if (quote != '\0')
            {
                if (letter == '\\' && quote == '"')
                    place++;
                else if (letter == quote)
                    quote = '\0';
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter is '{' or '[')
            {
                depth++;
            }
            else if ((letter is '}' or ']' && --depth == 0) || (letter == ',' && depth == 1))
            {
                if (flow[start..place].Trim().Length > 0)
                    parts.Add(flow[start..place]);

                start = place + 1;
            }
        }

        return depth == 0 && quote == '\0' && start == flow.Length ? parts : throw ByHand(plugin);
    }

    private static string KeyOf(string part) => part.Split(':')[0].Trim().Trim('"', '\'');

    private static string Spaced(string rest) => rest.Length == 0 ? "" : rest[0] == ' ' ? rest : "    " + rest;

    private static List<string> Lines(string text) => [.. text.Split('\n')];

    private static int EntryOf(List<string> lines, string plugin)
    {
        var plugins = lines.FindIndex(line => line.StartsWith("plugins:", StringComparison.Ordinal));
        return plugins < 0 ? -1 : ChildOf(lines, plugins, 0, plugin);
    }

    private static int ChildOf(List<string> lines, int parent, int indent, string name)
    {
        var first = FirstChild(lines, parent);
        if (first < 0)
            return -1;

        var depth = IndentOf(lines[first]);
        for (var at = first; at < lines.Count; at++)
        {
            if (IsSaying(lines[at]) && IndentOf(lines[at]) <= indent)
                return -1;

            if (IsSaying(lines[at]) && IndentOf(lines[at]) == depth && KeyOf(lines[at]) == name)
                return at;
        }

        return -1;
    }

    private static bool HasChildren(List<string> lines, int parent) => FirstChild(lines, parent) >= 0;

    private static int FirstChild(List<string> lines, int parent)
    {
        var next = lines.FindIndex(parent + 1, IsSaying);
        return next >= 0 && IndentOf(lines[next]) > IndentOf(lines[parent]) ? next : -1;
    }

    // The line after the last one that belongs to a parent.
    private static int EndOf(List<string> lines, int parent)
    {
        var end = parent + 1;
        for (var at = end; at < lines.Count; at++)
        {
            if (!IsSaying(lines[at]))
                continue;

            if (IndentOf(lines[at]) <= IndentOf(lines[parent]))
                break;

            end = at + 1;
        }

        return end;
    }

    private static bool IsSaying(string line) => line.AsSpan().TrimStart() is { Length: > 0 } said && said[0] != '#';

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    private static bool IsPlain(string text) => Plain().IsMatch(text) && text is not ("true" or "false" or "null" or "off" or "on" or "yes" or "no");

    private static string Checked(string before, string after, IReadOnlyList<string> path, Value value, string plugin)
    {
        try
        {
            var wanted = With(YamlFile.Parse(before, "plugins.yaml"), path, 0, value);
            if (wanted.ToString() == YamlFile.Parse(after, "plugins.yaml").ToString())
                return after;
        }
        catch (PluginHostException)
        {
            // What came out cannot be read: it is not written.
        }

        throw ByHand(plugin);
    }

    private static Value With(Value from, IReadOnlyList<string> path, int depth, Value value)
    {
        if (depth == path.Count)
            return value;

        var record = from as Record ?? Record.Empty;
        return new Record([.. record.Fields, KeyValuePair.Create(path[depth], With(record.Find(path[depth]) ?? Sdk.Value.Nothing, path, depth + 1, value))]);
    }

    private static PluginHostException ByHand(string plugin) => new(Texts.Fill(Texts.SettingsByHand, plugin));

    // key: value # comment. The value is in quotes or braces, or ends before a comment.
    [GeneratedRegex("""^(?<key>\s*[^\s#:][^:]*:)(?<value>(?:\s+(?:"(?:[^"\\]|\\.)*"|'[^']*'|\{.*\}|\[.*\]|[^#\s](?:[^#]*[^#\s])?))?)(?<rest>\s*(?:\s#.*)?)$""")]
    private static partial Regex EntryLine();

    [GeneratedRegex(@"^[A-Za-z0-9_/.][A-Za-z0-9_/.@-]*$")]
    private static partial Regex Plain();
}
