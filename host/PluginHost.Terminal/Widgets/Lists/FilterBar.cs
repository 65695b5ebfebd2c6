using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>
/// The filter in the last row of a widget: <c>/</c> opens it, typing narrows, Enter keeps what is typed, Esc takes it away. It owns the text and marks what
/// the text finds; what is left of the rows is up to its owner.
/// </summary>
internal sealed class FilterBar : Widget
{
    private const int NarrowestField = 8;

    private readonly TextInput _input;
    private readonly Widget[] _children;
    private readonly Action<string> _changed;
    private readonly Action _leave;
    private int _found = -1;
    private string _foundText = "";

    /// <summary>Makes one.</summary>
    /// <param name="changed">Called with another text.</param>
    /// <param name="leave">Gives the focus back to the owner.</param>
    public FilterBar(Action<string> changed, Action leave)
    {
        (_changed, _leave) = (changed, leave);
        _input = Adopt(new TextInput { Changed = Take, Entered = _ => leave() });
        _children = [_input];
    }

    /// <summary>What an owner says that has rows, of which none is left.</summary>
    public static RichLine NothingMatches { get; } = RichLine.Of("Nothing matches. Esc shows all.", Roles.Hint);

    public string Text => _input.Text;

    /// <summary>What the text says.</summary>
    public FilterWords Words { get; private set; } = FilterWords.None;

    /// <summary>Whether a person writes in it.</summary>
    public bool IsEditing => HasFocus;

    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>How many rows it takes from its owner. Of a single one it takes that only while it is written in.</summary>
    public int HeightIn(int height) => IsEditing || (!Words.IsEmpty && height > 1) ? 1 : 0;

    public void Edit()
    {
        _input.SelectAll();
        _input.Focus();
    }

    public void Use(string text)
    {
        if (text == Text)
            return;

        _input.Text = text;
        Take(text);
    }

    /// <summary>Answers a key of the owner: <c>/</c>, and Esc while there is something to take away.</summary>
    public bool OnKeyOfOwner(KeyInput key, bool canFilter)
    {
        if (key is { Key: Key.Escape, Modifiers: Modifiers.None } && Text.Length > 0)
            Use("");
        else if (canFilter && key is { Key: Key.Character, Text: "/", Modifiers: Modifiers.None or Modifiers.Shift })
            Edit();
        else
            return false;

        return true;
    }

    public override bool OnKey(KeyInput key)
    {
        if (key is not { Key: Key.Escape, Modifiers: Modifiers.None })
            return false;

        Use("");
        _leave();
        return true;
    }

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Its row.</param>
    /// <param name="found">How many rows are left.</param>
    public void DrawOn(Canvas canvas, int found)
    {
        if (found != _found)
            (_found, _foundText) = (found, string.Create(CultureInfo.InvariantCulture, $"{found:N0} found"));

        DrawOn(canvas);
    }

    /// <summary>Marks what the words find in a line that was written.</summary>
    /// <param name="canvas">What it was written on.</param>
    /// <param name="taken">The cells that it took.</param>
    /// <param name="width">The width of its field.</param>
    /// <param name="line">The line.</param>
    /// <param name="theme">The looks.</param>
    public void Mark(Canvas canvas, Rect taken, int width, RichLine line, Theme theme)
    {
        if (Words.IsEmpty || taken.IsEmpty)
            return;

        var laid = canvas.Lines.Fit(line.Text, line.Direction, width, theme.Glyphs.Ellipsis);
        Mark(canvas, taken.X, taken.Y, laid, 0, PieceReader.Bound(line.Text, width).Length, theme);
    }

    /// <summary>Marks what the words find in a line that is laid out.</summary>
    /// <param name="canvas">What it was written on.</param>
    /// <param name="x">The column of its left end.</param>
    /// <param name="y">Its row.</param>
    /// <param name="laid">The line.</param>
    /// <param name="from">Where the part of its text begins that is looked through.</param>
    /// <param name="to">Where that ends.</param>
    /// <param name="theme">The looks.</param>
    public void Mark(Canvas canvas, int x, int y, TextLine laid, int from, int to, Theme theme)
    {
        var look = theme[Roles.Match];
        var text = laid.Text.AsSpan(0, Math.Min(to, laid.Text.Length));
        foreach (var word in Words.All)
        {
            for (var start = from; ;)
            {
                var found = FilterWords.IndexOf(text[start..], word);
                if (found < 0)
                    break;

                start += found;
                foreach (var run in laid.Runs(start, start + word.Length))
                    canvas.Tint(new Rect(x + run.Column, y, run.Width, 1), look);

                start += word.Length;
            }
        }
    }

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var style = canvas.At(0, 0).Style;
        canvas.Write(0, 0, "/", Canvas.Over(style, theme[Roles.Key]));
        var tail = canvas.Width - 1 - NarrowestField - 1 >= _foundText.Length ? _foundText.Length + 1 : 0;
        if (tail > 0)
            canvas.Write(canvas.Width - tail + 1, 0, _foundText, Canvas.Over(style, theme[Roles.Hint]));

        _input.DrawOn(canvas.Inside(new Rect(1, 0, canvas.Width - 1 - tail, 1)));
    }

    private void Take(string text)
    {
        Words = new FilterWords(text);
        _changed(text);
    }
}
