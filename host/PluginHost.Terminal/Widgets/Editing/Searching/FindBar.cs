namespace PluginHost.Terminal;

/// <summary>Says what to find, how often it was found, and what to put in its place.</summary>
internal sealed class FindBar : EditorBar
{
    private const string FindName = "Find ";
    private const string ReplaceName = "Replace ";
    private const string ReplaceHelp = "Enter one  Alt+Enter all";
    private const string Cased = "Alt+C [case]";
    private const string Uncased = "Alt+C case";
    private const string Whole = "Alt+W [words]";
    private const string Parts = "Alt+W words";
    private const int SideWidth = 40;
    private const int LeastField = 12;

    private readonly Editor _editor;
    private readonly TextSearch _search;
    private readonly TextInput _with = new();
    private readonly Widget[] _fields;
    private (int Index, int Count, bool IsCut) _counted = (-2, 0, false);
    private string _count = "";

    public FindBar(Editor editor, TextSearch search)
    {
        (_editor, _search) = (editor, search);
        First = Adopt(new TextInput { Changed = Seek, Entered = _ => editor.FindNext() });
        Adopt(_with).Entered = _ => editor.ReplaceMatch(_with.Text);
        _fields = editor.IsReadOnly ? [First] : [First, _with];
    }

    public override int Rows => _fields.Length;

    public override TextInput First { get; }

    public override IReadOnlyList<Widget> Children => _fields;

    public override bool OnKey(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Escape }:
                _editor.CloseBar();
                return true;
            case { Key: Key.Tab } when _fields.Length > 1:
                (First.IsFocused ? _with : First).Focus();
                return true;
            case { Key: Key.Enter, Modifiers: Modifiers.Alt } when _fields.Length > 1:
                _editor.ReplaceAll(_with.Text);
                return true;
            case { Key: Key.Enter, Modifiers: Modifiers.Shift } or { Key: Key.Up }:
                _editor.FindPrevious();
                return true;
            case { Key: Key.Down }:
                _editor.FindNext();
                return true;
            case { Key: Key.Character, Text: "c", Modifiers: Modifiers.Alt }:
                _search.MatchesCase = !_search.MatchesCase;
                Seek(First.Text);
                return true;
            case { Key: Key.Character, Text: "w", Modifiers: Modifiers.Alt }:
                _search.WholeWords = !_search.WholeWords;
                Seek(First.Text);
                return true;
            default:
                return key.Key is Key.PageUp or Key.PageDown;
        }
    }

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        canvas.Fill(theme[Roles.Layer]);
        var nameWidth = _fields.Length > 1 ? ReplaceName.Length : FindName.Length;
        var side = canvas.Width - nameWidth - SideWidth >= LeastField ? SideWidth : 0;
        var fieldWidth = Math.Max(0, canvas.Width - nameWidth - (side > 0 ? side : CountWidth(canvas.Width - nameWidth)));
        DrawField(canvas, 0, FindName, nameWidth, First, fieldWidth, theme);
        if (_fields.Length > 1)
            DrawField(canvas, 1, ReplaceName, nameWidth, _with, fieldWidth, theme);

        DrawSide(canvas, nameWidth + fieldWidth + 1, side > 0, theme);
    }

    private void DrawSide(Canvas canvas, int x, bool isWide, Theme theme)
    {
        var style = canvas.At(0, 0).Style;
        var dim = Canvas.Over(style, theme[Roles.Dim]);
        x += canvas.Write(x, 0, Count(), Canvas.Over(style, theme[_search.Query.Length > 0 && _search.Matches.Count == 0 ? Roles.Warning : Roles.Text])) + 2;
        if (!isWide)
            return;

        x += canvas.Write(x, 0, _search.MatchesCase ? Cased : Uncased, dim) + 1;
        canvas.Write(x, 0, _search.WholeWords ? Whole : Parts, dim);
        if (_fields.Length > 1)
            canvas.Write(canvas.Width - SideWidth + 1, 1, ReplaceHelp, dim);
    }

    private int CountWidth(int room) => room > LeastField + Count().Length ? Count().Length + 1 : 0;

    // Put together only when it changed: a frame in which nothing did allocates nothing.
    private string Count()
    {
        var now = (_search.Query.Length == 0 ? -2 : _editor.CurrentMatch, _search.Matches.Count, _search.IsCut);
        if (now == _counted)
            return _count;

        _counted = now;
        var all = $"{now.Count}{(now.IsCut ? "+" : "")}";
        return _count = now.Item1 == -2 ? "" : now.Count == 0 ? "none" : now.Item1 < 0 ? all : $"{now.Item1 + 1} of {all}";
    }

    private void Seek(string text)
    {
        _search.Query = text;
        _editor.FindFromOrigin();
    }
}
