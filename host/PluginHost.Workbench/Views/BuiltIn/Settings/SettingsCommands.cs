using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;

namespace PluginHost.Workbench.Views.BuiltIn.Settings;

/// <summary>Shows the settings of a plugin, and writes them into <c>plugins.yaml</c>, which is then taken up as if a person had written them.</summary>
internal sealed class SettingsCommands(Workbench workbench)
{
    public const string View = "workbench.settings";

    public static void AddTo(Workbench workbench)
    {
        var commands = new SettingsCommands(workbench);
        workbench.Add(BuiltInViews.Asking(View, Texts.CommandSettings, arguments => commands.Show(arguments["plugin"].ToString()), ("plugin", Texts.PluginAsked)));
        workbench.Add(new CommandEntry
        {
            Id = "workbench.settings.write",
            Title = Texts.CommandSettingsWrite,
            IsHidden = true,
            Parameters = [new ParameterContribution { Name = "plugin", Kind = ParameterKind.Text, Question = Texts.PluginAsked }],
            Run = commands.WriteAsync,
        });
    }

    private void Show(string plugin)
    {
        if (workbench.Engine.Plugins.Find(plugin) is null)
            workbench.Tell(Severity.Warning, Texts.Fill(Texts.PluginNotThere, plugin, Nearest.Hint(plugin, workbench.Engine.Plugins.All.Select(known => known.Id))));
        else
            workbench.Open(workbench.FindOpen($"{View}:{plugin}")?.Source ?? new SettingsView(workbench, plugin));
    }

    private async Task<Value> WriteAsync(Record arguments, CancellationToken cancel)
    {
        var plugin = arguments["plugin"].ToString();
        var declared = workbench.Engine.Plugins.Find(plugin)?.Contributions?.Settings ?? [];
        var before = workbench.Engine.Plugins.Find(plugin)?.Entry.Settings ?? [];
        var changed = new List<(string Name, Value Value)>();
        foreach (var setting in declared)
        {
            var now = arguments.Find(setting.Name) ?? Value.Nothing;
            var was = before.FirstOrDefault(given => given.Name == setting.Name)?.Value ?? Value.Nothing;
            if (now.ToString() != was.ToString())
                changed.Add((setting.Name, now is NothingValue ? DefaultOf(setting) : now));
        }

        if (changed.Count == 0)
            return Texts.SettingsSame;

        var change = await WorkspaceText.ChangeAsync(workbench.Engine.Workspace.File, text => WorkspaceText.Set(text, plugin, changed), cancel);
        var title = Texts.Fill(Texts.SettingsWritten, plugin, string.Join(", ", changed.Select(each => each.Name)));
        workbench.Post(() => workbench.OfferUndo(title, change.UndoAsync));
        return Value.Nothing;
    }

    // A list is declared as in plugins.yaml, in brackets.
    private static Value DefaultOf(SettingContribution setting) => setting.Kind == SettingKind.List
        ? new ListValue(setting.Default.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (Value)item))
        : setting.Default;
}
