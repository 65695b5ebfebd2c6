using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Settings;

/// <summary>The settings of one plugin as a form, made of what it declares. What is left empty goes by the default.</summary>
internal sealed class SettingsView : ViewSource
{
    private readonly Workbench _workbench;
    private readonly string _plugin;

    public SettingsView(Workbench workbench, string plugin)
        : base($"{SettingsCommands.View}:{plugin}", Texts.Fill(Texts.SettingsTitle, plugin), Area.Editor)
    {
        (_workbench, _plugin) = (workbench, plugin);
        workbench.FileTaken += Refresh;
    }

    public override Record Fields => Record.Of(("plugin", _plugin));

    public override Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var plugin = _workbench.Engine.Plugins.Find(_plugin) ?? throw new PluginHostException(Texts.Fill(Texts.PluginNotThere, _plugin, ""));
        var declared = plugin.Contributions?.Settings ?? throw new PluginHostException(plugin.Refusal ?? Texts.Fill(Texts.PluginNotThere, _plugin, ""));
        return Task.FromResult<View>(declared.Count == 0
            ? new TextView { Text = Texts.Fill(Texts.SettingsNone, _plugin) }
            : new FormView
            {
                Fields = [.. declared.Select(setting => FieldOf(setting, plugin.Entry.Settings))],
                SubmitCommand = "workbench.settings.write",
                SubmitTitle = Texts.SettingsSubmit,
            });
    }

    private static FormField FieldOf(SettingContribution setting, IReadOnlyList<GivenSetting> given) => new()
    {
        Name = setting.Name,
        Title = setting.Default.Length == 0 ? $"{setting.Name}: {setting.Description}" : $"{setting.Name} ({setting.Default}): {setting.Description}",
        Kind = setting.Kind,
        Value = given.FirstOrDefault(known => known.Name == setting.Name)?.Value ?? Value.Nothing,
    };
}
