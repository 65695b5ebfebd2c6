using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views.BuiltIn.Settings;

namespace PluginHost.Workbench.Views.BuiltIn.Plugins;

/// <summary>What can be done with plugins, and the view that lists them.</summary>
internal sealed class PluginCommands(Workbench workbench)
{
    public const string List = "workbench.plugins";

    private const string InList = $"view == {List}";

    public static void AddTo(Workbench workbench)
    {
        var commands = new PluginCommands(workbench);
        workbench.Add(new PluginsView(workbench));
        workbench.Lists.Add("plugin", () => [.. workbench.Engine.Plugins.All.Select(plugin => new Choice { Text = plugin.Id, Detail = plugin.Manifest?.Name ?? "" })]);
        workbench.Add(CommandEntry.Quick(List, Texts.CommandPlugins, () => workbench.OpenView(List)));
        commands.Add("workbench.plugins.load", Texts.CommandPluginLoad, "l", async (plugin, cancel) => await workbench.Engine.ActivateAsync(plugin, cancel));
        commands.Add("workbench.plugins.unload", Texts.CommandPluginUnload, "x", commands.UnloadAsync);
        commands.Add("workbench.plugins.switch", Texts.CommandPluginSwitch, "e", commands.SwitchAsync);
    }

    private void Add(string id, string title, string key, Func<string, CancellationToken, Task> work) => workbench.Add(
        new CommandEntry
        {
            Id = id,
            Title = title,
            Parameters = [new ParameterContribution { Name = "plugin", Kind = ParameterKind.Text, Question = Texts.PluginAsked }],
            Run = async (arguments, cancel) =>
            {
                await work(arguments["plugin"].ToString(), cancel);
                return Value.Nothing;
            },
        },
        new OwnKey(key, id) { When = InList });

    private async Task UnloadAsync(string plugin, CancellationToken cancel)
    {
        var state = await workbench.Engine.UnloadAsync(plugin, cancel);
        workbench.Post(() => workbench.Tell(
            state == PluginState.Zombie ? Severity.Warning : Severity.Information,
            Texts.Fill(state == PluginState.Zombie ? Texts.PluginStays : Texts.PluginGone, plugin)));
    }

    private async Task SwitchAsync(string plugin, CancellationToken cancel)
    {
        var known = workbench.Engine.Plugins.Find(plugin)
            ?? throw new WrongUseException(Texts.Fill(Texts.PluginNotThere, plugin, Nearest.Hint(plugin, workbench.Engine.Plugins.All.Select(each => each.Id))));
        if (known.Entry.On && workbench.Engine.BringBack(plugin))
        {
            // It had ended a process; the file has it switched on.
            workbench.Post(workbench.Reload);
            return;
        }

        var isOn = !known.Entry.On;
        var change = await WorkspaceText.ChangeAsync(workbench.Engine.Workspace.File, text => WorkspaceText.Switch(text, plugin, isOn), cancel);
        var title = Texts.Fill(isOn ? Texts.PluginSwitchedOn : Texts.PluginSwitchedOff, plugin);
        workbench.Post(() => workbench.OfferUndo(title, change.UndoAsync));
    }
}
