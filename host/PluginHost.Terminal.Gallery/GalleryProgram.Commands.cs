namespace PluginHost.Terminal.Gallery;

internal sealed partial class GalleryProgram
{
    private bool OnFirstKey(KeyInput key)
    {
        if (_toasts.TakeShortcut(key))
            return true;

        switch (key)
        {
            case { Key: Key.Character, Text: "q", Modifiers: Modifiers.Control }:
                _screen.Frames.Stop();
                return true;
            case { Key: Key.F12, Modifiers: Modifiers.None }:
                WriteSnapshot();
                return true;
            case { Key: Key.F2, Modifiers: Modifiers.None }:
                NextTheme();
                return true;
            default:
                return false;
        }
    }

    private bool OnUnusedKey(KeyInput key)
    {
        if (key is { Key: Key.Character, Text: "z", Modifiers: Modifiers.Control })
        {
            _screen.Frames.Suspend();
            return true;
        }

        return !_screen.Layers.Any(layer => layer.TakesInput) && OnKeyOfPage(key);
    }

    private bool OnKeyOfPage(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Character, Text: "p", Modifiers: Modifiers.Control }:
                OpenPalette();
                return true;
            case { Key: Key.F6, Modifiers: Modifiers.None }:
                SwitchSide();
                return true;
            case { Key: Key.F11, Modifiers: Modifiers.None } when _page is { } page:
                SplitPane.ToggleZoom(_panes[page]);
                return true;
            case { Key: Key.Escape, Modifiers: Modifiers.None }:
                return _toasts.CloseNewest();
            default:
                return _menus.TakeShortcut(key);
        }
    }

    private MenuItem[] Menus() =>
    [
        new MenuItem("Gallery")
        {
            Items = () =>
            [
                new MenuItem("Snapshot") { Keys = "F12", Run = WriteSnapshot },
                new MenuItem("Suspend") { Keys = "Ctrl+Z", Letter = 'u', Refusal = WhyNotSuspended, Run = () => _screen.Frames.Suspend() },
                MenuItem.Separator(),
                new MenuItem("Leave") { Keys = "Ctrl+Q", Run = () => _screen.Frames.Stop() },
            ],
        },
        new MenuItem("Pages")
        {
            Items = () => [.. GalleryPages.All.Select(page => new MenuItem(page.Title) { IsOn = page == _page, Run = () => GoTo(page) })],
        },
        new MenuItem("Themes")
        {
            Items = () =>
            [
                .. Enumerable.Range(0, GalleryThemes.Count).Select(index => new MenuItem(GalleryThemes.TitleAt(index))
                {
                    IsOn = GalleryThemes.At(index) == _screen.Theme,
                    Run = () => Use(GalleryThemes.At(index)),
                }),
                MenuItem.Separator(),
                new MenuItem("Next one") { Keys = "F2", Letter = 'x', Run = NextTheme },
            ],
        },
    ];

    private static string? WhyNotSuspended() => OperatingSystem.IsWindows() ? "there is no shell to go back to" : null;

    private KeyHint[] Always() =>
    [
        new KeyHint("Ctrl+P", "pages") { Run = OpenPalette },
        new KeyHint("F2", "theme") { Run = NextTheme },
        new KeyHint("F6", "other side") { Run = SwitchSide },
        new KeyHint("F10", "menus") { Run = () => _menus.Open(0) },
        new KeyHint("F12", "snapshot") { Run = WriteSnapshot },
        new KeyHint("Ctrl+Q", "leave") { Run = () => _screen.Frames.Stop() },
    ];

    private void OpenPalette() =>
        new PickList(new PageSource(), item => GoTo((IGalleryPage)item.Value!)) { Title = "Pages", Hint = "the name of a page", Welcome = "No page is called so." }
            .Open(_screen);

    private void SwitchSide()
    {
        if (_listPane.HasFocus)
            FocusPage();
        else
            _screen.Focus(_list);
    }

    private void WriteSnapshot()
    {
        var area = _screen.Content.Area;
        var buffer = new CellBuffer(area.Width, area.Height, new GlyphPool(), new LinkTable()) { Text = _screen.Frames.Text };
        _screen.Draw(new Canvas(buffer));
        var name = $"gallery-{_page?.Id ?? "none"}";
        try
        {
            File.WriteAllText(name + ".txt", buffer.ToText());
            File.WriteAllText(name + ".svg", buffer.ToSvg());
            _toasts.Show(new Toast(Severity.Good, "Written") { Text = $"{name}.txt and {name}.svg, in {Environment.CurrentDirectory}" });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _toasts.Show(new Toast(Severity.Bad, "Not written") { Text = refused.Message });
        }
    }
}
