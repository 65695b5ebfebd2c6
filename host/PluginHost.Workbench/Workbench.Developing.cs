using PluginHost.Engine.Plugins.Developing;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Telling;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench;

// Plugins whose sources are saved under the open screen.
public sealed partial class Workbench
{
    private readonly HashSet<string> _built = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Toast> _buildToasts = new(StringComparer.Ordinal);
    private Task _developing = Task.CompletedTask;

    private void Develop()
    {
        Engine.Developing.Changed += OnDeveloped;
        _developing = Task.Run(() => Engine.Developing.RunAsync(_left.Token), CancellationToken.None);
    }

    private void OnDeveloped(DevelopmentChange change) => Post(() => Take(change));

    // The newest build's word counts: what an older one said is no longer so.
    private void Take(DevelopmentChange change)
    {
        _status = null;
        if (change.State == DevelopmentState.Building)
        {
            _built.Add(change.Plugin);
            return;
        }

        _built.Remove(change.Plugin);
        Problems.Set($"build of {change.Plugin}", [.. change.Problems.Select(problem => new WorkbenchProblem
        {
            Severity = problem.Severity,
            Place = problem.Place,
            Text = $"{change.Plugin}: {problem.Text}",
        })]);
        if (_buildToasts.Remove(change.Plugin, out var old))
            Notifications.Close(old.Id);

        _buildToasts[change.Plugin] = change.State == DevelopmentState.Swapped
            ? Tell(Severity.Information, $"{change}.")
            : Tell(Severity.Error, $"{change}.", new ToastAction(Texts.ShowProblems, new CommandCall { Id = PanelViews.Problems }));
    }

    private void AddBuilding(List<StatusItem> items)
    {
        if (_built.Count == 0)
            return;

        items.Add(new StatusItem
        {
            Id = "workbench.building",
            Text = new Line(Texts.Fill(Texts.StatusBuilding, string.Join(", ", _built)), Role.Dim),
            Tip = Texts.StatusBuildingTip,
            Priority = 85,
            Command = new CommandCall { Id = PanelViews.Output },
        });
    }
}
