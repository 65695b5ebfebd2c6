using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Commands;

/// <summary>Finds commands by id and runs them: keys, palette, scripts and <c>do</c> all come through here.</summary>
public sealed class CommandService : IScriptCommands
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly PluginRuntime _plugins;
    private readonly Times _times;

    internal CommandService(PluginRuntime plugins, Times times) => (_plugins, _times) = (plugins, times);

    /// <summary>The commands of all usable plugins, by plugin and in the order of their code.</summary>
    public IEnumerable<KnownCommand> All =>
        from plugin in _plugins.Catalog.Usable
        from command in plugin.Contributions!.Commands
        select new KnownCommand(plugin, command);

    /// <summary>Runs a command and gives its result.</summary>
    /// <exception cref="WrongUseException">There is no such command, or an argument is missing, unknown or of the wrong type.</exception>
    /// <exception cref="PluginFaultedException">The command's plugin has thrown, hung or could not be loaded.</exception>
    public async Task<Value> RunAsync(string id, Record arguments, CancellationToken cancel)
    {
        var (plugin, command) = Find(id);
        var bound = Arguments.Bind(command, arguments, _times);
        var guest = await _plugins.ActivateAsync(plugin.Id, $"the command {id}", cancel);
        return await _plugins.Fence.EnterAsync(
            guest,
            id,
            Limit,
            async token => Results.ToValue(await Handler.CallAsync(guest, command.Method, bound, token)),
            cancel);
    }

    /// <summary>Says why a value does not fit a parameter; null where it fits.</summary>
    public string? Explain(ParameterContribution parameter, Value value) => Arguments.Explain(parameter, value, _times);

    /// <summary>How a command is called: its id, and its parameters with their defaults.</summary>
    /// <exception cref="WrongUseException">There is no such command.</exception>
    public string UsageOf(string id) => Arguments.CallOf(Find(id).Command);

    CommandContribution IScriptCommands.Find(string id) => Find(id).Command;

    private KnownCommand Find(string id)
    {
        foreach (var pair in All)
        {
            if (pair.Command.Id == id)
                return pair;
        }

        var owner = _plugins.Catalog.All.FirstOrDefault(plugin => !plugin.IsUsable && id.StartsWith(plugin.Id + ".", StringComparison.Ordinal));
        throw owner is { Refusal: { } refusal }
            ? new PluginFaultedException(owner.Id, $"{id} cannot be run, because its plugin cannot be used: {refusal}")
            : new WrongUseException($"There is no command \"{id}\".{Nearest.Hint(id, All.Select(pair => pair.Command.Id))} \"pluginhost commands\" lists them.");
    }
}
