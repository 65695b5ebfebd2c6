using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>Asks for a line to go to, and perhaps for a column.</summary>
internal sealed class LineBar : EditorBar
{
    private const string Name = "Line ";

    private readonly Editor _editor;
    private readonly Widget[] _parts;

    public LineBar(Editor editor)
    {
        _editor = editor;
        First = Adopt(new TextInput { Direction = Direction.LeftToRight, Entered = Enter, Hint = $"1 to {editor.Document.LineCount}, as in 12 or 12:5" });
        _parts = [First];
    }

    public override int Rows => 1;

    public override TextInput First { get; }

    public override IReadOnlyList<Widget> Children => _parts;

    public override bool OnKey(KeyInput key)
    {
        if (key.Key != Key.Escape)
            return key.Key is Key.Up or Key.Down or Key.PageUp or Key.PageDown;

        _editor.CloseBar();
        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        canvas.Fill(Theme[Roles.Layer]);
        DrawField(canvas, 0, Name, Name.Length, First, canvas.Width - Name.Length, Theme);
    }

    private void Enter(string text)
    {
        var parts = text.Split(':');
        var (line, column) = (0, 1);
        if (parts.Length > 2 || !TryRead(parts[0], out line) || (parts.Length == 2 && !TryRead(parts[1], out column)))
        {
            First.Problem = "a line, or a line and a column";
            return;
        }

        _editor.CloseBar();
        _editor.Caret = new TextPlace(line - 1, column - 1);
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number) && number > 0;
}
