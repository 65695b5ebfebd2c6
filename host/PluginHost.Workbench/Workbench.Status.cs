using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Views.BuiltIn.Logins;

namespace PluginHost.Workbench;

// The edges of the screen: title, menus, status bar.
public sealed partial class Workbench
{
    private IReadOnlyList<StatusItem>? _status;
    private Line? _title;

    /// <inheritdoc/>
    public Line Title => _title ??= MakeTitle();

    /// <inheritdoc/>
    public IReadOnlyList<Menu> Menus { get; } =
    [
        new("file", Texts.MenuFile), new("edit", Texts.MenuEdit), new("view", Texts.MenuView), new("plugins", Texts.MenuPlugins), new("help", Texts.MenuHelp),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<StatusItem> Status => _status ??= MakeStatus();

    /// <inheritdoc/>
    public void Open(Menu menu)
    {
        _renderer.Invalidate();
        MenuLayer? layer = null;
        layer = new MenuLayer(
            menu,
            [.. CommandsOf(menu.Id).Select(ItemOf)],
            item =>
            {
                if (item.Off is null)
                    _layers.Remove(layer!);

                Run(item.Command);
            },
            by =>
            {
                _layers.Remove(layer!);
                Open(Menus[(Menus.ToList().IndexOf(menu) + by + Menus.Count) % Menus.Count]);
            });
        _layers.Push(layer);
    }

    private IEnumerable<CommandEntry> CommandsOf(string menu) => menu == "plugins"
        ? _commands.All.Where(command => command.Owner != "workbench").OrderBy(command => command.Title, StringComparer.InvariantCultureIgnoreCase)
        : OwnCommands.InMenu(menu).Select(_commands.Find).OfType<CommandEntry>();

    private MenuItem ItemOf(CommandEntry command) =>
        new(command.Title, Keys.KeyOf(command.Id), _commands.WhyNot(command), new CommandCall { Id = command.Id });

    // Whether what is said reaches anybody is said all the time.
    private Line MakeTitle()
    {
        List<Span> spans = [new Span(Engine.Workspace.Name, Role.Title)];
        if (IsRehearsal(Engine.Profiles.All))
            spans.Add(new Span($"  · {Texts.Rehearsal}", Role.Warning));

        if (!Engine.Trust.IsGiven)
            spans.Add(new Span($"  · {Texts.TrustRestricted}", Role.Warning));

        return new Line([.. spans]);
    }

    /// <summary>Whether nobody outside hears what these profiles say. Of none of them it is not said.</summary>
    internal bool IsRehearsal(IReadOnlyList<Profile> profiles)
    {
        var rehearsals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plugin in Engine.Plugins.All)
        {
            foreach (var network in plugin.Contributions?.Networks ?? [])
            {
                if (network.Rehearsal)
                    rehearsals.Add(network.Id);
            }
        }

        foreach (var profile in profiles)
        {
            if (!rehearsals.Contains(profile.Network))
                return false;
        }

        return profiles.Count > 0;
    }

    private List<StatusItem> MakeStatus()
    {
        var items = new List<StatusItem> { StateItem() };
        var jobs = Engine.Jobs.Running;
        AddRestricted(items);
        AddVault(items);
        AddCount(items, "workbench.problems", Problems.Count, Problems.Count == 1 ? Texts.StatusProblem : Texts.StatusProblems, Texts.StatusProblemsTip, 90);
        AddCount(items, "workbench.jobs", jobs.Count, jobs.Count == 1 ? Texts.StatusJob : Texts.StatusJobs, Texts.StatusJobsTip, 80);
        AddCount(items, "workbench.answer", _questions.Count, _questions.Count == 1 ? Texts.StatusQuestion : Texts.StatusQuestions, Texts.StatusQuestionsTip, 95);
        AddCount(items, "workbench.notifications", Notifications.Unread, Texts.StatusNews, Texts.StatusNewsTip, 50);
        AddBuilding(items);
        foreach (var plugin in Engine.Plugins.All)
        {
            foreach (var item in plugin.Contributions?.StatusItems ?? [])
            {
                if (Engine.Status[item.Id] is { Length: > 0 } text)
                {
                    items.Add(new StatusItem
                    {
                        Id = item.Id,
                        Text = new Line(text.ReplaceLineEndings(" "), Signs.RoleOf(text)),
                        Tip = item.Title,
                        Priority = item.Priority,
                        Command = item.Command is null ? null : new CommandCall { Id = item.Command },
                    });
                }
            }
        }

        items.Add(KeyItem("workbench.palette"));
        items.Add(KeyItem("workbench.help"));
        return items;
    }

    private StatusItem StateItem()
    {
        var (all, loaded) = (0, 0);
        foreach (var plugin in Engine.Plugins.All)
        {
            all++;
            if (Engine.StateOf(plugin) == PluginState.Active)
                loaded++;
        }

        return new StatusItem
        {
            Id = "workbench.state",
            Text = new Line(Texts.Fill(Texts.StatusReady, Signs.Good, all, loaded), Role.Good),
            Tip = Texts.StatusReadyTip,
            Priority = 10,
            Command = new CommandCall { Id = "workbench.open", Arguments = Record.Of(("view", "workbench.plugins")) },
        };
    }

    private static void AddCount(List<StatusItem> items, string command, int count, string text, string tip, int priority)
    {
        if (count == 0)
            return;

        var filled = Texts.Fill(text, count);
        items.Add(new StatusItem
        {
            Id = command,
            Text = new Line(filled, Signs.RoleOf(filled)),
            Tip = tip,
            Priority = priority,
            Command = new CommandCall { Id = command },
        });
    }

    private void AddVault(List<StatusItem> items)
    {
        if (Engine.VaultTrouble is null)
            return;

        items.Add(new StatusItem
        {
            Id = LoginCommands.OpenVault,
            Text = new Line(Texts.StatusVault, Role.Warning),
            Tip = Texts.StatusVaultTip,
            Priority = 96,
            Command = new CommandCall { Id = LoginCommands.OpenVault },
        });
    }

    private StatusItem KeyItem(string command) => new()
    {
        Id = command,
        Text = new Line(Keys.KeyOf(command), Role.Key),
        Tip = _commands.Find(command)!.Title,
        IsRight = true,
        Priority = 20,
        Command = new CommandCall { Id = command },
    };
}
