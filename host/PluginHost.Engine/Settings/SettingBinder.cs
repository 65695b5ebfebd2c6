using System.Globalization;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Settings;

/// <summary>
/// Checks what <c>plugins.yaml</c> gives against what a plugin declares, and fills in the defaults. It goes by the declaration alone: reflection over
/// a plugin's types would keep them from being unloaded.
/// </summary>
internal static class SettingBinder
{
    /// <param name="file">The name of the file that gives the settings, as it is shown.</param>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="declared">Its declarations.</param>
    /// <param name="given">What the file gives.</param>
    public static SettingsReading Bind(
        string file, string pluginId, IReadOnlyList<SettingContribution> declared, IReadOnlyList<GivenSetting> given)
    {
        var problems = new FileProblems(file);
        var values = new Dictionary<string, object>(declared.Count, StringComparer.Ordinal);
        foreach (var setting in given)
        {
            if (Find(declared, setting.Name) is not { } declaration)
                problems.Add(setting.Line, Unknown(setting.Name, pluginId, declared));
            else if (Read(declaration.Kind, setting.Value) is { } value)
                values[setting.Name] = value;
            else
                problems.Add(setting.Line, $"\"{setting.Name}\" wants {Wanted(declaration.Kind)}, not {Describe(setting.Value)}.");
        }

        foreach (var declaration in declared)
        {
            if (IsGiven(declaration.Name, given))
                continue;

            if (ReadDefault(declaration) is { } value)
                values[declaration.Name] = value;
            else
                problems.Add(0, WrongDefault(declaration, pluginId));
        }

        return problems.Any ? new SettingsRefused(problems.InOrder()) : new SettingsBound(new BoundSettings(pluginId, values));
    }

    private static object? Read(SettingKind kind, Value given)
    {
        if (given is ListValue list)
            return kind == SettingKind.List ? TextsOf(list) : null;

        return kind == SettingKind.List ? null : ReadText(kind, given.ToString());
    }

    private static object? ReadText(SettingKind kind, string text) => kind switch
    {
        SettingKind.Text => text,
        SettingKind.Number => decimal.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out var number) ? number : null,
        SettingKind.Flag => text switch { "true" => true, "false" => false, _ => null },
        SettingKind.Duration => DurationText.Parse(text),
        _ => null,
    };

    private const NumberStyles NumberStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static object? ReadDefault(SettingContribution declaration)
    {
        if (declaration.Kind == SettingKind.List)
            return ReadList(declaration.Default);

        if (declaration.Default.Length > 0)
            return ReadText(declaration.Kind, declaration.Default);

        return declaration.Kind switch
        {
            SettingKind.Text => "",
            SettingKind.Number => 0m,
            SettingKind.Flag => false,
            SettingKind.Duration => TimeSpan.Zero,
            _ => null,
        };
    }

    // A list is written as in plugins.yaml: [one, two].
    private static string[]? ReadList(string text)
    {
        var problems = new FileProblems("default");
        var root = YamlReader.Read(text, problems);
        if (root is null && !problems.Any)
            return [];

        if (root is not YamlSequence sequence || problems.Any)
            return null;

        var items = new string[sequence.Items.Count];
        for (var index = 0; index < items.Length; index++)
        {
            if (sequence.Items[index] is not YamlScalar { IsNothing: false } item)
                return null;

            items[index] = item.Text;
        }

        return items;
    }

    private static string[] TextsOf(ListValue list)
    {
        var texts = new string[list.Items.Count];
        for (var index = 0; index < texts.Length; index++)
            texts[index] = list.Items[index].ToString();

        return texts;
    }

    private static SettingContribution? Find(IReadOnlyList<SettingContribution> declared, string name)
    {
        foreach (var declaration in declared)
        {
            if (declaration.Name == name)
                return declaration;
        }

        return null;
    }

    private static bool IsGiven(string name, IReadOnlyList<GivenSetting> given)
    {
        foreach (var setting in given)
        {
            if (setting.Name == name)
                return true;
        }

        return false;
    }

    private static string Unknown(string name, string pluginId, IReadOnlyList<SettingContribution> declared)
    {
        if (declared.Count == 0)
            return $"\"{name}\" is no setting: the plugin \"{pluginId}\" has none. Take the line out.";

        var names = declared.Select(declaration => declaration.Name).ToArray();
        return $"\"{name}\" is no setting of the plugin \"{pluginId}\".{Nearest.Hint(name, names)} It has {string.Join(", ", names)}.";
    }

    private static string WrongDefault(SettingContribution declaration, string pluginId) =>
        $"the plugin \"{pluginId}\" declares \"{declaration.Default}\" as the default of \"{declaration.Name}\", which wants {Wanted(declaration.Kind)}. "
        + $"Its author must mend that; until then, give \"{declaration.Name}\" under its settings.";

    private static string Wanted(SettingKind kind) => kind switch
    {
        SettingKind.Text => "a text",
        SettingKind.Number => "a number, such as 3 or 2.5",
        SettingKind.Flag => "true or false",
        SettingKind.Duration => $"a length of time, such as {DurationText.Wanted}",
        SettingKind.List => "a list, such as [one, two]",
        _ => $"a {kind}, which this host does not know",
    };

    private static string Describe(Value value) => value is ListValue ? "a list" : $"\"{value}\"";
}
