using PluginHost.Engine.Faults;
using PluginHost.Engine.Jobs;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Telling;

namespace PluginHost.Workbench;

// What comes from elsewhere: plugins, jobs, faults, the file.
public sealed partial class Workbench
{
    private const int MostFaults = 100;

    private WorkspaceWatch? _watch;
    private IReadOnlyList<WorkbenchProblem> _keyProblems = [];
    private volatile bool _isStatusOld;
    private volatile bool _areJobsOld;
    private volatile bool _areFaultsOld;

    // Said on any thread, a thousand times a second: noted, and looked at with the next frame.
    private void Listen()
    {
        Engine.Status.Changed += OnStatus;
        Engine.Context.Changed += OnStatus;
        Engine.Jobs.Changed += OnJob;
        Engine.Faults.Added += OnFault;
        Engine.PluginChanged += OnPluginChanged;
        Engine.Reloaded += OnReloaded;
        Engine.VaultChanged += OnVault;
        Engine.Views.Opened += OnOpened;
        Notifications.Told += () => OnStatus("");
        Problems.Told += () => OnStatus("");
    }

    private void Deafen()
    {
        Engine.Status.Changed -= OnStatus;
        Engine.Context.Changed -= OnStatus;
        Engine.Jobs.Changed -= OnJob;
        Engine.Faults.Added -= OnFault;
        Engine.PluginChanged -= OnPluginChanged;
        Engine.Reloaded -= OnReloaded;
        Engine.VaultChanged -= OnVault;
        Engine.Developing.Changed -= OnDeveloped;
        Engine.Views.Opened -= OnOpened;
        _views.Leave();
    }

    private void OnStatus(string name)
    {
        _isStatusOld = true;
        _renderer.Invalidate();
    }

    private void OnVault() => OnStatus("");

    private void OnJob(Job job)
    {
        _areJobsOld = true;
        OnStatus("");
    }

    private void OnFault(PluginFault fault)
    {
        _areFaultsOld = true;
        OnStatus("");
    }

    // Counted at once, so that the command which opened it knows; opened on the renderer's thread.
    private void OnOpened(string view)
    {
        if (_views.Find(view) is not { } source)
            return;

        _opened.AddOrUpdate(source.Owner, 1, (_, count) => count + 1);

        // A view that is about to open is not opened twice, however often it is asked for.
        if (_opening.TryAdd(view, source))
            Post(() => Open(_opening.TryRemove(view, out var newest) ? newest : source));
    }

    private void OnPluginChanged(string plugin)
    {
        _isStatusOld = true;
        Post(() =>
        {
            OnPlugin(plugin);
            TellOfZombies();
        });
    }

    private void TakeChanges()
    {
        if (_isStatusOld)
            (_isStatusOld, _status) = (false, null);

        if (_areJobsOld)
        {
            _areJobsOld = false;
            ReportJobs();
        }

        if (_areFaultsOld)
        {
            _areFaultsOld = false;
            TakeFaults();
        }

        if (_wanted is not null)
            SelectWanted();
    }

    // What a view throws is shown in its place; anything else is told, the newest of many.
    private void TakeFaults()
    {
        var all = Engine.Faults.All;
        Problems.Set("faults", [.. all.TakeLast(MostFaults).Select(fault => new WorkbenchProblem
        {
            Severity = Severity.Error,
            Place = fault.Plugin ?? "",
            Text = fault.ToString(),
        })]);
        var newest = all.Count == 0 ? null : all[^1];
        if (newest is not null && _views.Find(newest.Entry) is null && _commands.Find(newest.Entry) is null)
            Tell(Severity.Error, newest.ToString(), new ToastAction(Texts.ShowProblems, new CommandCall { Id = "workbench.problems" }));
    }

    private void ReadPlugins()
    {
        _commands.Read();
        _views.Read();
        ReadKeys();
    }

    /// <summary>Looks for what is wrong that nobody needs to know before the first frame.</summary>
    private void Check()
    {
        Problems.Set("keys", [.. _keyProblems, .. Keys.Clashes().Select(ClashOf)]);
        Problems.Set("conditions", [.. ConditionProblems()]);
        Problems.Set("plugins", [.. Engine.Plugins.All.Where(plugin => plugin.Refusal is not null).Select(plugin => new WorkbenchProblem
        {
            Severity = plugin.Restriction is null ? Severity.Error : Severity.Warning,
            Place = $"plugins.yaml({plugin.Entry.Line})",
            Text = plugin.Restriction is null ? plugin.Refusal! : Texts.Fill(Texts.PluginNotRun, plugin.Id, plugin.Refusal),
        })]);
    }

    private static WorkbenchProblem ClashOf((KeyBinding Has, KeyBinding Wants) clash) => new()
    {
        Severity = Severity.Warning,
        Place = clash.Has.Chord.ToString(),
        Text = Texts.Fill(
            Texts.KeyClash, clash.Has.Chord, clash.Has.Command?.Id, clash.Has.Owner, clash.Wants.Command?.Id, clash.Wants.Owner),
    };

    private IEnumerable<WorkbenchProblem> ConditionProblems()
    {
        foreach (var (command, problem) in _commands.Problems)
            yield return new WorkbenchProblem { Severity = Severity.Warning, Place = command, Text = problem };

        var declared = new HashSet<string>(ContextKeys.Declared.Keys, StringComparer.Ordinal);
        foreach (var plugin in Engine.Plugins.All)
            declared.UnionWith(plugin.Contributions?.ContextKeys.Select(key => key.Name) ?? []);

        foreach (var command in _commands.All)
        {
            foreach (var key in command.When?.Keys ?? [])
            {
                if (!declared.Contains(key))
                {
                    yield return new WorkbenchProblem
                    {
                        Severity = Severity.Warning,
                        Place = command.Id,
                        Text = Texts.Fill(Texts.ConditionUnknown, command.Id, key, Nearest.Hint(key, declared)),
                    };
                }
            }
        }
    }
}
