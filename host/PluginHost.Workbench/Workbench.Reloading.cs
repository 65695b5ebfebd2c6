using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Telling;
using PluginHost.Workbench.Views;
using PluginHost.Workbench.Views.BuiltIn.Plugins;

namespace PluginHost.Workbench;

// The workspace is read again under the open screen: its file, and the plugins in their folders.
public sealed partial class Workbench
{
    private const int ManyZombies = 5;

    /// <summary>Called on the renderer's thread when the workspace was read anew and taken up.</summary>
    internal event Action? FileTaken;

    private Toast? _fileToast;
    private int _zombiesTold;

    private void Reload() => Background(async () => await Engine.ReloadAsync(_left.Token));

    private void OnReloaded(WorkspaceReload reload) => Post(() => Take(reload));

    // In place too: the status bar counts it, and the toast names the line.
    private void Take(WorkspaceReload reload)
    {
        switch (reload)
        {
            case WorkspaceKept kept:
                Problems.Set("file", [.. kept.Problems.Select(problem => new WorkbenchProblem
                {
                    Severity = Severity.Error,
                    Place = $"{problem.File}({problem.Line})",
                    Text = problem.Message,
                })]);
                ForgetFileToast();
                _fileToast = Tell(Severity.Error, Texts.Fill(Texts.FileKept, kept.Problems[0]), new ToastAction(Texts.ShowProblems, new CommandCall { Id = "workbench.problems" }));
                break;
            case WorkspaceTaken taken:
                Problems.Set("file", []);
                ForgetFileToast();
                TakeWorkspace(taken);
                break;
        }
    }

    // What it says of the file is no longer so.
    private void ForgetFileToast()
    {
        if (_fileToast is { } toast)
            Notifications.Close(toast.Id);

        _fileToast = null;
    }

    private void TakeWorkspace(WorkspaceTaken taken)
    {
        ReadPlugins();
        Check();
        ArrangeViews(_arrangement.Activity);
        ClosePreviews();
        foreach (var host in _hosts.Values.Where(host => host.View.Source is PluginView).ToList())
            Follow(host, taken.Swapped);

        _title = null;
        FileTaken?.Invoke();
        Changed();
        if (taken.StaleContracts.Count > 0)
            Tell(Severity.Warning, Texts.Fill(Texts.ContractStale, string.Join(", ", taken.StaleContracts)));

        // What was done to one plugin, whoever did it tells.
        if (taken.Anew.Length == 0)
            Tell(Severity.Information, taken.Waiting.Count == 0 ? Texts.FileTaken : Texts.Fill(Texts.FileTakenInPart, string.Join(", ", taken.Waiting)));
    }

    // A view whose plugin is there no more goes on showing the past, and comes back with its plugin.
    private void Follow(ViewHost host, IReadOnlyList<string> swapped)
    {
        var view = host.View;
        if (_views.Find(view.ViewId) is not { } source)
            host.OnUnloaded(Texts.Fill(Texts.ViewGone, view.Source.Owner));
        else if (source != view.Source || swapped.Contains(source.Owner))
            host.Use(source);
    }

    // Each costs memory alone, and many of them cost much.
    private void TellOfZombies()
    {
        var zombies = Engine.Zombies;
        if (zombies.Count < ManyZombies || zombies.Count <= _zombiesTold)
            return;

        _zombiesTold = zombies.Count + ManyZombies - 1;
        Tell(
            Severity.Warning,
            Texts.Fill(Texts.ZombiesMany, zombies.Count, string.Join(", ", zombies.Select(zombie => zombie.Plugin).Distinct(StringComparer.Ordinal))),
            new ToastAction(Texts.ZombiesShow, new CommandCall { Id = PluginCommands.List }));
    }
}
