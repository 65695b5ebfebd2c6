namespace PluginHost.Terminal;

/// <summary>What drops down below a <see cref="ChoiceField"/>: a line to filter with, and what is left.</summary>
internal sealed class ChoiceMenu : Widget
{
    private readonly IReadOnlyList<RichLine> _choices;
    private readonly Action<int> _chosen;
    private readonly TextInput _filter;
    private readonly ChoiceList _list;
    private readonly Widget[] _children;
    private readonly List<int> _left = [];

    public ChoiceMenu(IReadOnlyList<RichLine> choices, int selected, Action<int> chosen)
    {
        (_choices, _chosen) = (choices, chosen);
        _filter = Adopt(new TextInput { Hint = "type to filter", Changed = Filter, Entered = _ => Choose() });
        _list = Adopt(new ChoiceList { Welcome = "Nothing fits", Opened = _ => Choose() });
        _children = [_filter, _list];
        Filter("");
        _list.Selected = Math.Max(0, selected);
    }

    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>The rows that it would take, with its edge.</summary>
    public int Rows => _choices.Count + 3;

    /// <summary>Begins with a text to filter with.</summary>
    public void Begin(string text)
    {
        _filter.Text = text;
        Filter(text);
    }

    // What the line to filter with leaves moves the list.
    public override bool OnKey(KeyInput key) => key.Key is Key.Up or Key.Down or Key.PageUp or Key.PageDown && _list.OnKey(key);

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var ground = Canvas.Over(theme[Roles.Text], theme[Roles.Layer]);
        canvas.Fill(ground);
        var inside = canvas is { Width: > 4, Height: > 3 }
            ? canvas.Box(canvas.Area, theme.Glyphs.Border, Canvas.Over(ground, theme[Roles.FocusedEdge]))
            : canvas;
        _filter.DrawOn(inside.Inside(inside.Area with { Height = 1 }));
        _list.DrawOn(inside.Inside(new Rect(0, 1, inside.Width, inside.Height - 1)));
    }

    private void Filter(string text)
    {
        _left.Clear();
        for (var i = 0; i < _choices.Count; i++)
        {
            if (_choices[i].Text.Contains(text, StringComparison.OrdinalIgnoreCase))
                _left.Add(i);
        }

        _list.Rows = new ListRows([.. _left.Select(choice => _choices[choice])]);
        _list.Selected = 0;
    }

    private void Choose()
    {
        if (_list.Selected >= 0 && _list.Selected < _left.Count)
            _chosen(_left[_list.Selected]);
    }
}
