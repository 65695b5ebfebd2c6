using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Telling;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench;

// What stands against what is planned, among the other problems. Looked for when somebody asks: it loads every plugin that has a linter.
public sealed partial class Workbench
{
    internal void CheckPlanned() => Background(CheckPlannedAsync);

    private async Task CheckPlannedAsync()
    {
        IReadOnlyList<PlannedProblem> found;
        try
        {
            var publisher = await Engine.GetPublisherAsync(Left);
            found = await publisher.CheckPlannedAsync(Left);
        }
        catch (PluginHostException error)
        {
            Post(() => Tell(Severity.Error, error.Message));
            return;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Post(() => ShowPlanned(found));
    }

    private void ShowPlanned(IReadOnlyList<PlannedProblem> found)
    {
        Problems.Set("planned", [.. found.Select(each => new WorkbenchProblem
        {
            Severity = each.Problem.Severity,
            Text = each.Problem.ToString(),
            Place = Texts.Fill(Texts.PlannedPlace, each.Post),
        })]);
        if (found.Count == 0)
            Tell(Severity.Information, Texts.PlannedClean);
        else
            OpenView(PanelViews.Problems);
    }
}
