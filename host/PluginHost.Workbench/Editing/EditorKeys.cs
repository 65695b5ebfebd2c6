using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Editing;

/// <summary>Where a key leads the caret.</summary>
internal static class EditorKeys
{
    /// <summary>The place that a key moves to; null where it does not move.</summary>
    public static TextPlace? Place(KeyPress key, TextPlace caret, TextBuffer text, int page, int column)
    {
        if (key.Modifiers.HasFlag(KeyModifiers.Alt))
            return null;

        var far = key.Modifiers.HasFlag(KeyModifiers.Ctrl);
        return key.Key switch
        {
            "up" when !far => Vertical(caret, text, -1, column),
            "down" when !far => Vertical(caret, text, 1, column),
            "pageup" when !far => Vertical(caret, text, -page, column),
            "pagedown" when !far => Vertical(caret, text, page, column),
            "home" => far ? default : caret with { Column = 0 },
            "end" => far ? text.End : caret with { Column = text[caret.Line].Length },
            "left" => Left(caret, text, far),
            "right" => Right(caret, text, far),
            _ => null,
        };
    }

    // Beyond the first or last line the caret goes to the text's start or end.
    private static TextPlace Vertical(TextPlace caret, TextBuffer text, int by, int column)
    {
        var line = caret.Line + by;
        if (line < 0)
            return caret.Line == 0 ? default : new TextPlace(0, column);

        if (line >= text.Count)
            return caret.Line == text.Count - 1 ? text.End : new TextPlace(text.Count - 1, column);

        return new TextPlace(line, column);
    }

    private static TextPlace Left(TextPlace caret, TextBuffer text, bool words)
    {
        if (caret.Column > 0)
            return caret with { Column = words ? Clusters.WordBefore(text[caret.Line], caret.Column) : Clusters.Before(text[caret.Line], caret.Column) };

        return caret.Line == 0 ? caret : new TextPlace(caret.Line - 1, text[caret.Line - 1].Length);
    }

    private static TextPlace Right(TextPlace caret, TextBuffer text, bool words)
    {
        if (caret.Column < text[caret.Line].Length)
            return caret with { Column = words ? Clusters.WordAfter(text[caret.Line], caret.Column) : Clusters.After(text[caret.Line], caret.Column) };

        return caret.Line == text.Count - 1 ? caret : new TextPlace(caret.Line + 1, 0);
    }
}
