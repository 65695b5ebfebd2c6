using System.Text;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Tests.Fixtures;

/// <summary>Writes a workbench as text, as a renderer would draw it: all that it says, and none of its looks.</summary>
internal static class HeadlessScreen
{
    private const int Rows = 12;

    public static string Draw(IWorkbench workbench)
    {
        var text = new StringBuilder();
        text.AppendLine(workbench.Title.ToString());
        var layout = workbench.Layout;
        if (layout.Zoomed is { } zoomed)
        {
            Draw(text, zoomed, workbench.Focused);
        }
        else
        {
            text.AppendLine(string.Join(' ', layout.Activities.Select(activity => activity.IsActive ? $"[{activity.Sign}]" : activity.Sign)));
            foreach (var view in layout.Side?.Views ?? [])
                Draw(text, view, workbench.Focused);

            Draw(text, layout.Editors, workbench.Focused);
            if (layout.Panel is { Active: { } active } panel)
            {
                text.AppendLine($"panel: {string.Join(" | ", panel.Tabs.Select(tab => tab.Title))}");
                Draw(text, active, workbench.Focused);
            }
        }

        foreach (var toast in workbench.Toasts)
            text.AppendLine($"toast: {toast.Text} {string.Join(' ', toast.Actions.Select(action => $"[{action.Title}]"))}".TrimEnd());

        foreach (var layer in workbench.Layers)
            Draw(text, layer);

        text.AppendLine($"status: {string.Join(" · ", workbench.Status.Select(item => item.Text))}");
        text.AppendLine($"keys: {string.Join("  ", workbench.Hints.Select(hint => $"{hint.Keys} {hint.Title}"))}");
        return text.ToString();
    }

    private static void Draw(StringBuilder text, Pane pane, OpenView? focused)
    {
        if (pane is Split split)
        {
            Draw(text, split.First, focused);
            text.AppendLine(split.IsStacked ? "---" : "|");
            Draw(text, split.Second, focused);
        }
        else if (pane is Group group)
        {
            text.AppendLine($"tabs: {string.Join(" | ", group.Tabs.Select(tab => tab.Title + (tab.IsChanged ? " ●" : "")))}");
            if (group.Active is not { } active)
                return;

            Draw(text, active, focused);
            foreach (var companion in new[] { active.Beside, active.Below })
            {
                if (companion is not null)
                    Draw(text, companion, focused);
            }
        }
    }

    private static void Draw(StringBuilder text, OpenView view, OpenView? focused)
    {
        text.AppendLine($"{(view == focused ? "▌" : " ")}{view.Title}{(view.Caption.Length > 0 ? $" {view.Caption}" : "")}{(view.IsDim ? " (dim)" : "")}");
        if (view.IsFolded)
            return;

        if (view.Model is { } model)
        {
            model.Page = Rows;
            foreach (var row in RowsOf(model))
                text.AppendLine($"   {row}".TrimEnd());
        }

        if (view.Model is null or { Extent: 0 })
        {
            foreach (var line in view.Welcome)
                text.AppendLine($"   {line}");
        }

        if (view.Notice is { } notice)
            text.AppendLine($"   ({notice}{(view.Cure is { } cure ? $" [{cure.Title}]" : "")})");
    }

    private static IEnumerable<string> RowsOf(ViewModel model)
    {
        for (var row = model.Top; row < Math.Min(model.Top + model.Page, model.Extent); row++)
        {
            var sign = model is RowsModel { Selected: var selected } && selected == row ? "> " : "";
            yield return sign + model switch
            {
                TreeModel tree => $"{new string(' ', tree.Row(row).Depth * 2)}{tree.Row(row).Text}",
                TableModel table => string.Join(" | ", Enumerable.Range(0, table.Columns.Count).Select(column => table.Cell(row, column))),
                LogModel log => log.Row(row).ToString(),
                TextModel lines => row < lines.Lines.Count ? lines.Lines[row].ToString() : "",
                FormModel form => row < form.Fields.Count ? $"{form.Fields[row].Title}: {form.Fields[row].Input.Text} {form.Fields[row].Problem}".TrimEnd() : $"[{form.SubmitTitle}]",
                ChartModel chart => $"{chart.Series[row].Name}: {string.Join(' ', chart.Series[row].Points.Select(point => point?.ToString() ?? "n/a"))}",
                EditorModel editor => editor.LineAt(row),
                _ => "",
            };
        }
    }

    private static void Draw(StringBuilder text, Layer layer)
    {
        text.AppendLine($"[{layer.Title}]");
        switch (layer)
        {
            case PickLayer pick:
                pick.Page = Rows;
                text.AppendLine($"  {pick.Input.Text}_");
                for (var row = pick.Top; row < Math.Min(pick.Top + Rows, pick.Count); row++)
                    text.AppendLine($"  {(row == pick.Selected ? ">" : " ")} {pick.Item(row).Text}  {pick.Item(row).Keys}  {pick.Item(row).Detail}".TrimEnd());

                if (pick.Count == 0)
                    text.AppendLine($"  {pick.Empty}");
                break;
            case InputLayer input:
                text.AppendLine($"  {input.Input.Shown}_ {input.Problem}".TrimEnd());
                break;
            case ConfirmLayer confirm:
                foreach (var line in confirm.Details)
                    text.AppendLine($"  {line}");

                text.AppendLine($"  {confirm.YesTitle} / {confirm.NoTitle}");
                break;
            case WhichKeyLayer which:
                foreach (var hint in which.Next)
                    text.AppendLine($"  {hint.Keys}  {hint.Title}");
                break;
            case MenuLayer menu:
                foreach (var item in menu.Items)
                    text.AppendLine($"  {item.Title}  {item.Keys}".TrimEnd());
                break;
            case FilterLayer filter:
                text.AppendLine($"  /{filter.Input.Text}_");
                break;
            case CompletionLayer completion:
                foreach (var item in completion.Items)
                    text.AppendLine($"  {item.Text}");
                break;
        }
    }
}
