namespace PluginHost.Terminal.Gallery;

/// <summary>The gallery: a menu of pages at the left, the page at the right, and around them what a program has.</summary>
internal sealed partial class GalleryProgram : ITerminalProgram
{
    private readonly WidgetScreen _screen;
    private readonly Toasts _toasts;
    private readonly MenuBar _menus;
    private readonly ListBox _list = new();
    private readonly Pane _listPane;
    private readonly SplitPane _split;
    private readonly KeyHints _hints = new();
    private readonly StatusItem _themeItem = new("") { IsRight = true, Priority = 2, Target = "theme" };
    private readonly StatusItem _sizeItem = new("") { IsRight = true, Priority = 4 };
    private readonly StatusItem _pageItem = new("") { Priority = 3 };
    private readonly Dictionary<IGalleryPage, Pane> _panes = [];
    private readonly GalleryArguments _arguments;
    private IGalleryPage? _page;

    public GalleryProgram(GalleryArguments arguments)
    {
        _arguments = arguments;
        _list.Rows = new ListRows([.. GalleryPages.All.Select(page => RichLine.Of(page.Title))]);
        _list.SelectionChanged = index => Show(GalleryPages.All[index]);
        _list.Opened = _ => FocusPage();
        _listPane = new Pane("Pages", _list) { Detail = RichLine.Of($"{GalleryPages.All.Count}", Roles.Dim) };
        _split = new SplitPane(Orientation.Horizontal, _listPane, new SpaceRow(), 0.22) { FewestOfFirst = 14, FewestOfSecond = 24 };
        _menus = new MenuBar(Menus()) { Detail = "gallery" };
        var status = new StatusBar { Opened = _ => NextTheme() };
        status.Add(_pageItem);
        status.Add(_themeItem);
        status.Add(_sizeItem);
        _screen = new WidgetScreen(new SizeTeller(new Dock(_split).AddTop(_menus, 1).AddBottom(_hints, 1).AddBottom(status, 1), TellSize), GalleryThemes.At(0))
        {
            FirstKey = OnFirstKey,
            UnusedKey = OnUnusedKey,
            Started = Start,
        };
        _toasts = new Toasts(_screen) { RowsBelow = 2 };
    }

    public IScreen Screen => _screen;

    public void Tell(TextWriter output)
    {
    }

    // What the terminal can do is known only now.
    private void Start()
    {
        var isColourless = _screen.Frames.Capabilities.Colors == ColorDepth.None;
        Use(GalleryThemes.Find(_arguments.Theme) ?? (isColourless ? Theme.Plain : Theme.Dark));
        var page = GalleryPages.Find(_arguments.Page) ?? GalleryPages.All[0];
        _list.Selected = IndexOf(page);
        Show(page);
        _screen.Focus(_list);
    }

    private static int IndexOf(IGalleryPage page)
    {
        for (var i = 0; i < GalleryPages.All.Count; i++)
        {
            if (GalleryPages.All[i] == page)
                return i;
        }

        return 0;
    }

    private void Show(IGalleryPage page)
    {
        if (page == _page)
            return;

        (_page as ILivePage)?.End();
        _page = page;
        if (!_panes.TryGetValue(page, out var pane))
            _panes[page] = pane = new Pane(page.Title, page.Create(new GalleryStage(_screen, _toasts)));

        _split.Replace(SplitSide.Second, pane);
        _pageItem.Line = page.Title;
        _hints.Hints = [.. page.Hints, .. Always()];
        (page as ILivePage)?.Begin();
    }

    private void GoTo(IGalleryPage page)
    {
        _list.Selected = IndexOf(page);
        Show(page);
        FocusPage();
    }

    private void FocusPage()
    {
        if (_page is { } page)
            _screen.FocusFirst(_panes[page]);
    }

    private void Use(Theme theme)
    {
        _screen.Theme = theme;
        var index = GalleryThemes.IndexOf(theme);
        _themeItem.Line = index < 0 ? theme.Name : GalleryThemes.TitleAt(index);
        _screen.Invalidate();
    }

    private void TellSize(int width, int height) => _sizeItem.Line = $"{width}x{height}";

    private void NextTheme() => Use(GalleryThemes.At((GalleryThemes.IndexOf(_screen.Theme) + 1) % GalleryThemes.Count));
}
