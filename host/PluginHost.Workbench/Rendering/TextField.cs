using PluginHost.Workbench.Editing;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>A line of text that a person writes: filter, answer, field of a form. Places are counted in chars and always lie between clusters.</summary>
public sealed class TextField
{
    /// <summary>What stands in it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether it is nobody's to read: signs are shown for it, and it cannot be copied.</summary>
    public bool IsSecret { get; internal set; }

    /// <summary>What is to be drawn, with the same places as <see cref="Text"/>.</summary>
    public string Shown => IsSecret ? new string('•', Text.Length) : Text;

    /// <summary>Where the next character goes.</summary>
    public int Caret { get; private set; }

    /// <summary>Where the selection begins; the caret's place where nothing is selected.</summary>
    public int Anchor { get; private set; }

    /// <summary>The selected part; nothing of a secret.</summary>
    public string Selection => IsSecret ? "" : Text[Math.Min(Caret, Anchor)..Math.Max(Caret, Anchor)];

    /// <summary>Called when the text has changed.</summary>
    internal Action? Edited { get; set; }

    /// <summary>Puts the caret somewhere, as a click does.</summary>
    /// <param name="place">The place; moved to the nearest one between clusters.</param>
    /// <param name="selects">Whether what lies between is selected, as by dragging.</param>
    public void MoveTo(int place, bool selects)
    {
        Caret = Clusters.Snap(Text, place);
        if (!selects)
            Anchor = Caret;
    }

    /// <summary>Sets the whole text, with the caret at its end, and tells nobody.</summary>
    internal void Set(string text)
    {
        Text = OneLine(text);
        Caret = Anchor = Text.Length;
    }

    /// <summary>Puts a text in place of the selection.</summary>
    internal void Insert(string text) => Replace(Math.Min(Caret, Anchor), Math.Max(Caret, Anchor), OneLine(text));

    /// <summary>Takes a key that edits or moves.</summary>
    /// <returns>Whether it was one.</returns>
    internal bool OnKey(KeyPress key, string text)
    {
        if (text.Length > 0 && (key.Modifiers & (KeyModifiers.Ctrl | KeyModifiers.Alt)) == 0)
        {
            Insert(text);
            return true;
        }

        var selects = key.Modifiers.HasFlag(KeyModifiers.Shift);
        var words = key.Modifiers.HasFlag(KeyModifiers.Ctrl);
        switch (key.Key)
        {
            case "left":
                MoveTo(words ? Clusters.WordBefore(Text, Caret) : Clusters.Before(Text, Caret), selects);
                return true;
            case "right":
                MoveTo(words ? Clusters.WordAfter(Text, Caret) : Clusters.After(Text, Caret), selects);
                return true;
            case "home":
                MoveTo(0, selects);
                return true;
            case "end":
                MoveTo(Text.Length, selects);
                return true;
            case "backspace":
                Delete(words ? Clusters.WordBefore(Text, Caret) : Clusters.Before(Text, Caret));
                return true;
            case "delete":
                Delete(words ? Clusters.WordAfter(Text, Caret) : Clusters.After(Text, Caret));
                return true;
            case "a" when key.Modifiers == KeyModifiers.Ctrl:
                (Anchor, Caret) = (0, Text.Length);
                return true;
            case "u" when key.Modifiers == KeyModifiers.Ctrl:
                Replace(0, Caret, "");
                return true;
            default:
                return false;
        }
    }

    // With a selection, both directions delete just that.
    private void Delete(int to)
    {
        if (Anchor != Caret)
            Insert("");
        else
            Replace(Math.Min(to, Caret), Math.Max(to, Caret), "");
    }

    private void Replace(int start, int end, string text)
    {
        if (start == end && text.Length == 0)
            return;

        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end));
        Caret = Anchor = Clusters.Snap(Text, start + text.Length);
        Edited?.Invoke();
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.ReplaceLineEndings(" ");
}
