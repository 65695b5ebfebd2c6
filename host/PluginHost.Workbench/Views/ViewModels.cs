using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views;

/// <summary>The model for each kind of snapshot.</summary>
internal static class ViewModels
{
    public static ViewModel For(View view)
    {
        ViewModel model = view switch
        {
            Tree => new TreeModel(),
            TableView => new TableModel(),
            LogView => new LogModel(),
            TextView => new TextModel(),
            FormView => new FormModel(),
            ChartView => new ChartModel(),
            EditorView => new EditorModel(),
            _ => throw new InvalidOperationException($"A view came as {view.GetType().Name}, which the workbench does not draw."),
        };
        model.TryTake(view);
        return model;
    }
}
