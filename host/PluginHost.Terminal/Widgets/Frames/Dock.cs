namespace PluginHost.Terminal;

/// <summary>Lines at the top and the bottom of the screen (a menu bar, a status bar, key hints), and one widget that gets the rest.</summary>
public sealed class Dock : Widget
{
    private readonly List<Docked> _docked = [];
    private readonly List<Widget> _children = [];

    /// <summary>Makes one.</summary>
    /// <param name="content">What gets the rest.</param>
    public Dock(Widget content) => _children.Add(Content = Adopt(content));

    /// <summary>What gets the rest.</summary>
    public Widget Content { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>Puts something at the top, under what is there. It gets its rows while one is left for the rest.</summary>
    /// <param name="widget">What to put there.</param>
    /// <param name="rows">How many rows it takes.</param>
    /// <returns>The same dock.</returns>
    public Dock AddTop(Widget widget, int rows) => Add(new Docked(Adopt(widget), rows, IsTop: true));

    /// <summary>Puts something at the bottom, over what is there. It gets its rows while one is left for the rest.</summary>
    /// <param name="widget">What to put there.</param>
    /// <param name="rows">How many rows it takes.</param>
    /// <returns>The same dock.</returns>
    public Dock AddBottom(Widget widget, int rows) => Add(new Docked(Adopt(widget), rows, IsTop: false));

    /// <summary>Gives the rest to another.</summary>
    /// <param name="content">The other.</param>
    public void Replace(Widget content)
    {
        if (content == Content)
            return;

        Release(Content);
        _children[_children.IndexOf(Content)] = Content = Adopt(content);
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var (top, bottom) = (0, canvas.Height);
        foreach (var docked in _docked)
        {
            var rows = Math.Min(docked.Rows, bottom - top - 1);
            if (rows <= 0)
                continue;

            bottom -= docked.IsTop ? 0 : rows;
            docked.Widget.DrawOn(canvas.Inside(new Rect(0, docked.IsTop ? top : bottom, canvas.Width, rows)));
            top += docked.IsTop ? rows : 0;
        }

        Content.DrawOn(canvas.Inside(new Rect(0, top, canvas.Width, bottom - top)));
    }

    // Tab goes from the top down.
    private Dock Add(Docked docked)
    {
        _docked.Add(docked);
        _children.Clear();
        _children.AddRange(_docked.Where(other => other.IsTop).Select(other => other.Widget));
        _children.Add(Content);
        _children.AddRange(_docked.Where(other => !other.IsTop).Reverse().Select(other => other.Widget));
        Invalidate();
        return this;
    }
}
