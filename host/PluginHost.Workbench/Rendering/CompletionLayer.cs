using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>What can be written at the caret of an editor. The renderer hangs it from the caret; typing goes on into the editor and narrows the list.</summary>
public sealed class CompletionLayer : Layer
{
    private readonly Action<CompletionItem?> _done;
    private readonly IReadOnlyList<CompletionItem> _all;
    private readonly int _line;

    internal CompletionLayer(OpenView view, EditorModel editor, IReadOnlyList<CompletionItem> items, Action<CompletionItem?> done)
        : base(view.Title)
    {
        View = view;
        Editor = editor;
        _all = items;
        _done = done;
        _line = editor.Caret.Line;
        Narrow();
    }

    /// <summary>The view with the editor.</summary>
    public OpenView View { get; }

    /// <summary>The editor.</summary>
    public EditorModel Editor { get; }

    /// <summary>What fits what is written so far.</summary>
    public IReadOnlyList<CompletionItem> Items { get; private set; } = [];

    /// <summary>The one that Enter and Tab take.</summary>
    public int Selected { get; private set; }

    /// <summary>Takes an item, as a click on it does.</summary>
    /// <param name="row">Which one, from 0.</param>
    public void Take(int row) => _done(Items[row]);

    internal override bool OnKey(KeyPress key, string text)
    {
        switch (key.Key)
        {
            case "up":
                Selected = Selected == 0 ? Items.Count - 1 : Selected - 1;
                return true;
            case "down":
                Selected = Selected >= Items.Count - 1 ? 0 : Selected + 1;
                return true;
            case "enter" or "tab":
                Take(Selected);
                return true;
            default:
                var taken = Editor.OnKey(key, text);
                Narrow();
                return taken;
        }
    }

    private void Narrow()
    {
        var written = Editor.WordAtCaret;
        Items = [.. _all.Where(item => item.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase))];
        Selected = 0;
        if (Items.Count == 0 || Editor.Caret.Line != _line)
            _done(null);
    }
}
