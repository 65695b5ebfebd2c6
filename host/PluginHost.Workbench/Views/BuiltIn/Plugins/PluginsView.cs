using System.Globalization;
using PluginHost.Engine.Faults;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Plugins;

/// <summary>The plugins of the workspace: how far each is, since when, how long its activation took and waited, what it gives, and what it did wrong. Enter shows its settings.</summary>
internal sealed class PluginsView : ViewSource
{
    private static readonly string[] Columns =
        ["state", "plugin", "version", "took", "waited", "calls", "faults", "cause", "zombies", "since", "by", "gives", "from"];
    private readonly Workbench _workbench;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    public PluginsView(Workbench workbench)
        : base(PluginCommands.List, Texts.PluginsTitle, Area.Editor)
    {
        _workbench = workbench;
        workbench.Engine.PluginChanged += OnChanged;
        workbench.Engine.Faults.Added += _ => Refresh();
        workbench.FileTaken += Refresh;
    }

    public override string Welcome => Texts.PluginsEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var (plugins, faults, zombies) = (_workbench.Engine.Plugins, _workbench.Engine.Faults.All, _workbench.Engine.Zombies);
        return Task.FromResult<View>(new TableView
        {
            Table = new Table
            {
                Columns = [.. Columns.Select(name => new TableColumn { Name = name })],
                Rows =
                [
                    .. plugins.All.Select(plugin => RowOf(
                        plugin,
                        [.. faults.Where(fault => fault.Plugin == plugin.Id)],
                        [.. zombies.Where(zombie => zombie.Plugin == plugin.Id)])),
                    .. zombies.Where(zombie => plugins.Find(zombie.Plugin) is null).Select(zombie => Record.Of(
                        ("state", $"{Sign.Warning} {Texts.PluginZombie}"),
                        ("plugin", zombie.Plugin),
                        ("since", TimeZoneInfo.ConvertTime(zombie.Since, _workbench.Engine.Workspace.Zone)),
                        ("version", zombie.Version),
                        ("cause", CauseOf([zombie])))),
                ],
            },
            OpenCommand = "workbench.settings",
            Key = "plugin",
        });
    }

    private Record RowOf(KnownPlugin plugin, List<PluginFault> faults, List<Zombie> zombies)
    {
        var activation = _workbench.Engine.ActivationOf(plugin);
        var use = _workbench.Engine.UseOf(plugin);
        return Record.Of(
            ("state", StateOf(plugin)),
            ("plugin", plugin.Id),
            ("since", SinceOf(plugin)),
            ("took", TimeOf(activation?.Own)),
            ("waited", TimeOf(activation?.Waited)),
            ("calls", use is { } counted ? counted.Calls : Value.Nothing),
            ("faults", faults.Count),
            ("zombies", zombies.Count),
            ("version", plugin.Manifest?.Version ?? ""),
            ("by", use?.By ?? ""),
            ("gives", GivesOf(plugin)),
            ("cause", plugin.Refusal ?? (zombies.Count > 0 ? CauseOf(zombies) : faults.Count > 0 ? faults[^1].ToString() : "")),
            ("from", plugin.Entry.Path ?? plugin.Origin.ToString().ToLowerInvariant()));
    }

    private static string CauseOf(List<Zombie> zombies) => Texts.Fill(
        Texts.PluginZombies, zombies.Count, zombies[^1].Causes.Count > 0 ? string.Join(' ', zombies[^1].Causes) : Texts.PluginZombieUnknown);

    private string StateOf(KnownPlugin plugin) => _workbench.Engine.StateOf(plugin) switch
    {
        PluginState.Active => $"{Sign.Good} {Texts.PluginActive}",
        PluginState.Ready => $"· {Texts.PluginReady}",
        PluginState.Off => $"· {Texts.PluginOff}",
        PluginState.Unloaded => $"· {Texts.PluginUnloaded}",
        PluginState.Zombie => $"{Sign.Warning} {Texts.PluginZombie}",
        PluginState.Refused => $"{Sign.Bad} {Texts.PluginRefused}",
        PluginState.Restricted => $"{Sign.Warning} {Texts.PluginRestricted}",
        PluginState.Faulted => $"{Sign.Bad} {Texts.PluginFaulted}",
        var other => other.ToString(),
    };

    private Value SinceOf(KnownPlugin plugin)
    {
        lock (_gate)
            return _since.TryGetValue(plugin.Id, out var since) ? TimeZoneInfo.ConvertTime(since, _workbench.Engine.Workspace.Zone) : Value.Nothing;
    }

    private static Value TimeOf(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalMilliseconds:#,0} ms") : Value.Nothing;

    private static string GivesOf(KnownPlugin plugin) => plugin.Contributions is not { } gives ? "" : string.Join(", ", new[]
    {
        Counted(gives.Commands.Count, Texts.PluginCommand, Texts.PluginCommands),
        Counted(gives.Views.Count, Texts.PluginView, Texts.PluginViews),
        Counted(gives.Networks.Count, Texts.PluginNetwork, Texts.PluginNetworks),
    }.OfType<string>());

    private static string? Counted(int count, string one, string many) => count == 0 ? null : Texts.Fill(count == 1 ? one : many, count);

    private void OnChanged(string plugin)
    {
        lock (_gate)
            _since[plugin] = _workbench.Engine.Clock.GetUtcNow();

        Refresh();
    }
}
