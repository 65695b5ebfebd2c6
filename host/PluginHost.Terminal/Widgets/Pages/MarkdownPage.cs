namespace PluginHost.Terminal;

/// <summary>
/// A page of headings, lists, tables, code and so on, as Markdown has them. What reads Markdown is a package of its own, so that nobody carries it who shows
/// none; this draws what it read, or what a program has put together itself.
/// </summary>
public sealed class MarkdownPage : Page
{
    private Glyphs? _madeWith;

    /// <summary>What it shows. Setting it begins at its top.</summary>
    public IReadOnlyList<PageBlock> Blocks
    {
        get;
        set
        {
            field = value;
            Make();
        }
    }

    = [];

    /// <summary>Colours code, a line for each of its own.</summary>
    /// <value><see langword="null"/>: code has one look.</value>
    public Func<PageCode, IReadOnlyList<RichLine>>? ColorCode
    {
        get;
        set
        {
            field = value;
            Make();
        }
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        // Bullets and bars are signs of the theme.
        if (_madeWith is not null && !ReferenceEquals(_madeWith, Theme.Glyphs))
            Make();

        base.Draw(canvas);
    }

    private void Make()
    {
        _madeWith = Theme.Glyphs;
        Source = new LinesSource(PageFlow.Of(Blocks, _madeWith, ColorCode));
    }
}
