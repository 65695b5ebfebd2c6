using PluginHost.Sdk;

namespace PluginHost.Workbench.Views;

/// <summary>
/// Looks through a snapshot before it reaches the renderer's thread. Plugins need not be written with nullable types on, and what is missing there
/// would end the screen.
/// </summary>
internal static class SnapshotCheck
{
    private const int MostNested = 100;
    private const int MostRows = 100_000;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Refuse(View view) => view switch
    {
        Tree tree => Refuse(tree.Nodes, 0),
        TableView { Table: null } => Texts.SnapshotNull,
        TableView { Table: var table } => table.Rows.Count > MostRows ? Texts.SnapshotLarge
            : table.Columns.Any(column => column?.Name is null) || table.Rows.Any(row => row is null) ? Texts.SnapshotNull
            : null,
        LogView log => log.Lines.Count > MostRows ? Texts.SnapshotLarge : log.Lines.Any(line => line?.Text is null) ? Texts.SnapshotNull : null,
        TextView { Text: null } or EditorView { Text: null } or EditorView { Language: null } => Texts.SnapshotNull,
        FormView form => form.SubmitCommand is null || form.SubmitTitle is null
            || form.Fields.Any(field => field?.Name is null || field.Title is null || field.Value is null || field.Choices.Any(choice => choice is null))
                ? Texts.SnapshotNull
                : null,
        ChartView chart => chart.Series.Any(series => series?.Name is null || series.Labels.Any(label => label is null)) ? Texts.SnapshotNull : null,
        _ => null,
    };

    private static string? Refuse(IReadOnlyList<TreeNode> nodes, int depth)
    {
        if (depth == MostNested)
            return Texts.SnapshotDeep;

        foreach (var node in nodes)
        {
            if (node?.Id is null || node.Text is null || node.Detail is null)
                return Texts.SnapshotNull;

            if (Refuse(node.Children, depth + 1) is { } problem)
                return problem;
        }

        return null;
    }
}
