using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Workspaces;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views.BuiltIn.Settings;

namespace PluginHost.Workbench.Views.BuiltIn.Plugins;

/// <summary>What can be done with plugins, and the view that lists them. What concerns the file is written into it, and taken up as if a person had written it.</summary>
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
        commands.Add("workbench.plugins.switch", Texts.CommandPluginSwitch, "e", (plugin, cancel) => commands.SwitchAsync(plugin, !commands.IsOn(plugin), cancel));
        commands.Add("workbench.plugins.enable", Texts.CommandPluginEnable, "", (plugin, cancel) => commands.SwitchAsync(plugin, true, cancel));
        commands.Add("workbench.plugins.disable", Texts.CommandPluginDisable, "", (plugin, cancel) => commands.SwitchAsync(plugin, false, cancel));
        commands.Add("workbench.plugins.reload", Texts.CommandPluginReload, "r", commands.ReloadAsync);
        commands.Add("workbench.plugins.remove", Texts.CommandPluginRemove, "delete", commands.RemoveAsync);
        PluginBisection.AddTo(workbench);
        commands.Add("workbench.plugins.faults", Texts.CommandPluginFaults, "f", commands.ShowFaultsAsync);
    }

    private void Add(string id, string title, string key, Func<string, CancellationToken, Task> work)
    {
        var entry = new CommandEntry
        {
            Id = id,
            Title = title,
            Parameters = [new ParameterContribution { Name = "plugin", Kind = ParameterKind.Text, Question = Texts.PluginAsked }],
            Run = async (arguments, cancel) =>
            {
                await work(arguments["plugin"].ToString(), cancel);
                return Value.Nothing;
            },
        };
        if (key.Length > 0)
            workbench.Add(entry, new OwnKey(key, id) { When = InList });
        else
            workbench.Add(entry);
    }

    private KnownPlugin Find(string plugin) => workbench.Engine.Plugins.Find(plugin)
        ?? throw new WrongUseException(Texts.Fill(Texts.PluginNotThere, plugin, Nearest.Hint(plugin, workbench.Engine.Plugins.All.Select(each => each.Id))));

    // Who has ended a process is as good as off, though the file has it on.
    private bool IsOn(string plugin) => Find(plugin).Entry.On && !workbench.Engine.IsLeftOut(plugin);

    private async Task UnloadAsync(string plugin, CancellationToken cancel)
    {
        var state = await workbench.Engine.UnloadAsync(plugin, cancel);
        Tell(
            state == PluginState.Zombie ? Severity.Warning : Severity.Information,
            Texts.Fill(state == PluginState.Zombie ? Texts.PluginStays : Texts.PluginGone, plugin));
    }

    private async Task SwitchAsync(string plugin, bool isOn, CancellationToken cancel)
    {
        if (isOn && workbench.Engine.BringBack(plugin))
            await workbench.Engine.ReloadAsync(cancel);
        else if (Find(plugin).Entry.On == isOn)
            Tell(Severity.Information, Texts.Fill(isOn ? Texts.PluginIsOn : Texts.PluginIsOff, plugin));
        else
            await EditAsync(Texts.Fill(isOn ? Texts.PluginSwitchedOn : Texts.PluginSwitchedOff, plugin), file => PluginsFile.SwitchAsync(file, plugin, isOn, cancel), cancel);
    }

    private async Task ReloadAsync(string plugin, CancellationToken cancel)
    {
        Find(plugin);
        if (await workbench.Engine.ReloadAsync(plugin, cancel) is not WorkspaceTaken { StaleContracts.Count: 0 })
            return;

        var known = Find(plugin);
        if (known.Refusal is { } refusal)
            Tell(Severity.Error, Texts.Fill(Texts.PluginUnreloaded, plugin, refusal));
        else
            Tell(Severity.Information, Texts.Fill(workbench.Engine.StateOf(known) == PluginState.Active ? Texts.PluginReloadedInUse : Texts.PluginReloaded, plugin));
    }

    private async Task RemoveAsync(string plugin, CancellationToken cancel)
    {
        Find(plugin);
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        workbench.Post(() => workbench.Confirm(Texts.Fill(Texts.PluginRemoveAsked, plugin), [], Texts.PluginRemoveYes, isYes => answer.TrySetResult(isYes)));
        if (await answer.Task.WaitAsync(cancel))
            await EditAsync(Texts.Fill(Texts.PluginRemoved, plugin), file => PluginsFile.RemoveAsync(file, plugin, cancel), cancel);
    }

    private Task ShowFaultsAsync(string plugin, CancellationToken cancel)
    {
        Find(plugin);
        if (workbench.Engine.Faults.All.Any(fault => fault.Plugin == plugin))
            workbench.Post(() => workbench.OpenView("workbench.problems"));
        else
            Tell(Severity.Information, Texts.Fill(Texts.PluginFaultless, plugin));

        return Task.CompletedTask;
    }

    // What was there before is kept, so that it can be taken back while nobody has changed more.
    private async Task EditAsync(string title, Func<string, Task<FileEdit>> edit, CancellationToken cancel)
    {
        var file = workbench.Engine.Workspace.File;
        try
        {
            var before = await File.ReadAllTextAsync(file, cancel);
            switch (await edit(file))
            {
                case FileEdited edited:
                    workbench.Post(() => workbench.OfferUndo(title, new FileChange(file, before, edited.Text).UndoAsync));
                    break;
                case FileEditRefused refused:
                    throw new PluginHostException(refused.ToString());
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException(Texts.Fill(Texts.SettingsUnwritten, Path.GetFileName(file), error.Message));
        }
    }

    private void Tell(Severity severity, string text) => workbench.Post(() => workbench.Tell(severity, text));
}
