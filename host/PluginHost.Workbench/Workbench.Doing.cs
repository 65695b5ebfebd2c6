using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Themes;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench;

// What the workbench's own commands do to the view with the focus.
public sealed partial class Workbench
{
    internal void Jump()
    {
        JumpLayer? layer = null;
        layer = new JumpLayer(Texts.CommandJump, () => _layers.Remove(layer!));
        _layers.Push(layer);
    }

    internal void Filter()
    {
        if (Focused is not { Model: { CanFilter: true } model } view)
            return;

        FilterLayer? layer = null;
        layer = new FilterLayer(view, model, () => _layers.Remove(layer!));
        _layers.Push(layer);
    }

    /// <summary>Gives the terminal back to the shell, until the person comes back.</summary>
    internal void Suspend() => _renderer.Suspend();

    internal void PickTheme() => _layers.Push(new ThemePick(Theme, UseTheme, (layer, theme) =>
    {
        _layers.Remove(layer);
        UseTheme(theme);
        Changed();
    }));

    internal void CloseFocused()
    {
        if (Focused is { } view)
            Close(OwnerOf(view) ?? view);
    }

    internal void SaveFocused()
    {
        switch (Focused?.Model)
        {
            case EditorModel editor:
                editor.Save();
                break;
            case FormModel form:
                form.Submit();
                break;
        }
    }

    internal void CopyFocused()
    {
        var text = Focused?.Model switch
        {
            EditorModel editor => editor.Selection,
            TreeModel { Selected: >= 0 } tree => tree.Row(tree.Selected).Text.ToString(),
            LogModel { Selected: >= 0 } log => log.Entry(log.Selected).Text,
            TableModel { Selected: >= 0 } table => string.Join('\t', Enumerable.Range(0, table.Columns.Count).Select(column => table.Cell(table.Selected, column))),
            TextModel lines => string.Join('\n', lines.Lines),
            _ => "",
        };
        if (text.Length > 0)
            Copy(text);
        else
            Tell(Severity.Information, Texts.Fill(Texts.NothingToCopy, Keys.KeyOf("workbench.leave")));
    }

    internal void ClearFocused()
    {
        if (Focused is not { } view || view.Source.Clear() is not { } undo)
            return;

        OfferUndo(Texts.Fill(Texts.Cleared, view.Title), _ =>
        {
            Post(undo);
            return Task.CompletedTask;
        });
    }

    /// <summary>Runs a command of the log once more, after the person has said so: it may be one that posts.</summary>
    internal void RunAgain()
    {
        if (SelectedInLog() is not { } entry || _commands.Find(entry.Id) is not { } command)
            return;

        Confirm(
            Texts.Fill(Texts.AgainQuestion, command.Title),
            entry.Arguments.Length == 0 ? [] : [new Line(entry.Arguments, Role.Text)],
            Texts.AgainYes,
            () => Run(new CommandCall { Id = entry.Id, Arguments = entry.Given }));
    }

    private CommandLogEntry? SelectedInLog()
    {
        if (Focused is not { ViewId: PanelViews.Log, Model: LogModel { Selected: >= 0 } log })
            return null;

        var line = log.Entry(log.Selected);
        return Log.Entries.LastOrDefault(entry => CommandLogView.LineOf(entry) is var shown && shown.At == line.At && shown.Text == line.Text);
    }

    internal void RefreshFocused()
    {
        if (Focused is { } view)
            Retry(view);
    }

    internal void RetryView(string id)
    {
        if (_hosts.Keys.FirstOrDefault(view => view.Id == id) is { } view)
            Retry(view);
    }

    /// <summary>Offers what can be written at the caret, once its view knows.</summary>
    internal void Complete()
    {
        if (Focused is not { Model: EditorModel { IsReadOnly: false } editor } view)
            return;

        var caret = editor.Caret;
        var version = editor.Version;
        var before = editor.TextBeforeCaret;
        Background(async () =>
        {
            var items = await view.Source.CompleteAsync(before, _left.Token);
            Post(() =>
            {
                // Whoever has written on meanwhile wants something else.
                if (items.Count > 0 && editor.Version == version && editor.Caret == caret && _layers.Top is null)
                    Offer(view, editor, items);
            });
        });
    }

    internal void ShowNotifications()
    {
        Notifications.MarkRead();
        _status = null;
        OpenView(PanelViews.Notifications);
    }

    /// <summary>Picks a job to cancel.</summary>
    internal void PickJob()
    {
        var jobs = Engine.Jobs.Running;
        if (jobs.Count == 0)
        {
            Tell(Severity.Information, Texts.NoJobs);
            return;
        }

        ChoiceQuestion? layer = null;
        var titles = jobs.Select((job, place) => new Choice { Text = $"{place + 1}  {job.Title}", Detail = job.Plugin }).ToList();
        layer = new ChoiceQuestion(Texts.CommandCancel, titles, title =>
        {
            _layers.Remove(layer!);
            if (title is not null)
                Background(jobs[titles.FindIndex(choice => choice.Text == title)].StopAsync);
        });
        _layers.Push(layer);
    }

    private void Offer(OpenView view, EditorModel editor, IReadOnlyList<CompletionItem> items)
    {
        CompletionLayer? layer = null;
        layer = new CompletionLayer(view, editor, items, item =>
        {
            if (layer is not null)
                _layers.Remove(layer);

            if (item is not null)
                editor.Complete(item.Text);
        });
        if (layer.Items.Count > 0)
            _layers.Push(layer);
    }
}
