using System.Globalization;
using System.Text;

namespace PluginHost.Terminal;

public sealed partial class LogView
{
    private long? _cursor;
    private long _anchor;
    private bool _showsCursor;
    private string _note = "";
    private bool _isCopied;

    /// <summary>The number of the selected line, of several that on which the selection ends; null where none is.</summary>
    public long? Selected => _cursor is { } line ? NumberOf(line) : null;

    /// <summary>The text of the selected lines, in the order in which it is read, whatever is drawn of it; empty where none is.</summary>
    public string SelectedText
    {
        get
        {
            TakeIn();
            if (_cursor is null)
                return "";

            var (first, last) = Selection;
            var text = new StringBuilder(Shown.Line(first).Text);
            for (var line = first + 1; line <= last; line++)
                text.Append('\n').Append(Shown.Line(line).Text);

            return text.ToString();
        }
    }

    private (long First, long Last) Selection =>
        _cursor is { } cursor ? (Math.Min(cursor, _anchor), Math.Max(cursor, _anchor)) : (0, -1);

    private bool OnSelectionKey(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Character, Text: "w", Modifiers: Modifiers.None }:
                Wraps = !Wraps;
                return true;
            case { Key: Key.Character, Text: "c", Modifiers: Modifiers.None or Modifiers.Control } when _cursor is not null:
                Copy();
                return true;
            case { Key: Key.Character, Text: "a", Modifiers: Modifiers.Control } when Shown.Count > 0:
                _place.Pause();
                (_anchor, _cursor) = (_place.First, _place.End - 1);
                return true;
            case { Key: Key.Enter, Modifiers: Modifiers.None } when _cursor is { } line && Opened is not null:
                Opened(NumberOf(line));
                return true;
            case { Key: Key.Escape, Modifiers: Modifiers.None } when _cursor is not null:
                _cursor = null;
                return true;
            default:
                return false;
        }
    }

    private void Copy()
    {
        var (first, last) = Selection;
        _isCopied = Screen?.Copy(SelectedText) == true;
        _note = _isCopied
            ? string.Create(CultureInfo.InvariantCulture, $"{last - first + 1:N0} copied")
            : "Too long for the terminal: copied for this screen alone";
    }

    // The first move selects the line that stands last.
    private void MoveCursor(int step, bool selects)
    {
        if (Shown.Count == 0)
            return;

        _place.Pause();
        SetCursor(_cursor is { } cursor ? cursor + step : LineAt(_body.Height - 1) ?? _place.End - 1, selects && _cursor is not null);
    }

    private void SetCursor(long line, bool selects)
    {
        _place.Pause();
        _cursor = Math.Clamp(line, _place.First, _place.End - 1);
        _anchor = selects ? _anchor : _cursor.Value;
        _showsCursor = true;
    }

    // The line in a row; null where there is none.
    private long? LineAt(int y)
    {
        var row = -_place.Row;
        y = Math.Clamp(y, 0, Math.Max(0, _body.Height - 1));
        for (var line = _place.Top; line < _place.End; line++)
        {
            row += _place.RowsOf(line);
            if (row > y)
                return line;
        }

        return null;
    }
}
