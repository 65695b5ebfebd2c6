using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Workbench.Conditions;

namespace PluginHost.Workbench.Commands;

/// <summary>Every command there is, of the workbench and of every plugin, those included that cannot be run now.</summary>
internal sealed class CommandTable(Engine.Engine engine, IConditions conditions)
{
    private readonly Dictionary<string, CommandEntry> _own = new(StringComparer.Ordinal);
    private Dictionary<string, CommandEntry> _all = new(StringComparer.Ordinal);

    public IEnumerable<CommandEntry> All => _all.Values;

    /// <summary>Conditions that cannot be read, by the command's id.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    public void Add(CommandEntry entry) => _own[entry.Id] = _all[entry.Id] = entry;

    public CommandEntry? Find(string id) => _all.GetValueOrDefault(id);

    /// <summary>Reads the plugins' commands anew: <c>plugins.yaml</c> has changed.</summary>
    public void Read()
    {
        Problems.Clear();
        _all = new Dictionary<string, CommandEntry>(_own, StringComparer.Ordinal);
        foreach (var plugin in engine.Plugins.All)
        {
            foreach (var command in plugin.Contributions?.Commands ?? [])
                _all.TryAdd(command.Id, Of(plugin, command));
        }
    }

    /// <summary>Why a command is off by its plugin or its condition; null where it is not.</summary>
    public string? WhyOff(CommandEntry entry)
    {
        if (entry.Owner != "workbench" && engine.Plugins.Find(entry.Owner) is { IsUsable: false } plugin)
        {
            return plugin.Entry.On
                ? Texts.Fill(Texts.OffRefused, plugin.Id, plugin.Refusal)
                : Texts.Fill(Texts.OffSwitched, plugin.Id, plugin.Entry.Line);
        }

        return entry.When?.Holds(conditions) == false ? entry.When.Explain(conditions) : null;
    }

    /// <summary>Why a command cannot be run now, whatever it is that stands against it; null where nothing does.</summary>
    public string? WhyNot(CommandEntry entry) => WhyOff(entry) ?? entry.Refusal();

    private CommandEntry Of(KnownPlugin plugin, CommandContribution command) => new()
    {
        Id = command.Id,
        Title = command.Title,
        Description = command.Description,
        Owner = plugin.Id,
        When = ReadWhen(command),
        Undo = command.Undo,
        Confirm = command.Confirm,
        Parameters = command.Parameters,
        Run = (arguments, cancel) => engine.Commands.RunAsync(command.Id, arguments, cancel),
    };

    // A condition that cannot be read is a problem with a name, and governs nothing.
    private WhenClause? ReadWhen(CommandContribution command)
    {
        if (command.When is null)
            return null;

        var clause = WhenClause.TryParse(command.When, out var problem);
        if (clause is null)
            Problems[command.Id] = problem;

        return clause;
    }
}
