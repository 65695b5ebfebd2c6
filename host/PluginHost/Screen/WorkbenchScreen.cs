using PluginHost.Screen.Layers;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using ModelLayer = PluginHost.Workbench.Rendering.Layer;
using ModelTheme = PluginHost.Workbench.Rendering.Theme;
using TerminalLayer = PluginHost.Terminal.Layer;

namespace PluginHost.Screen;

/// <summary>
/// Draws the workbench with the terminal's widgets, and brings it keys, text and clicks. A key goes to the workbench first, except where it belongs to the text that
/// is being written: then to the text, and to the workbench if that leaves it.
/// </summary>
internal sealed partial class WorkbenchScreen : IRenderer, IScreen
{
    private const int WideColumns = 100;
    private const int NarrowColumns = 80;
    private readonly Dictionary<ModelLayer, TerminalLayer> _layers = [];
    private WidgetScreen? _widgets;
    private Desk? _desk;
    private Stage? _stage;
    private ModelTheme? _theme;
    private Room? _room;
    private IFrames? _frames;
    private Widget? _focusGiven;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; private init; } = new();

    /// <summary>The zone of the times that it shows.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>The widgets, for who shows the screen.</summary>
    public WidgetScreen Widgets => _widgets ?? throw new InvalidOperationException("The workbench is not shown yet.");

    private Desk Desk => _desk ?? throw new InvalidOperationException("The workbench is not shown yet.");

    /// <summary>Makes one for a terminal.</summary>
    /// <param name="capabilities">What the terminal can do.</param>
    /// <param name="isAsciiOnly">Whether it draws no signs but ASCII.</param>
    /// <param name="zone">The zone of the times that it shows.</param>
    public static WorkbenchScreen For(TerminalCapabilities capabilities, bool isAsciiOnly, TimeZoneInfo zone) => new()
    {
        Zone = zone,
        Capabilities = new Capabilities
        {
            HasMouse = true,
            CanSuspend = !OperatingSystem.IsWindows(),
            IsAsciiOnly = isAsciiOnly,
            Colours = capabilities.Colors switch
            {
                ColorDepth.None => ColourDepth.None,
                ColorDepth.Sixteen => ColourDepth.Sixteen,
                ColorDepth.TrueColor => ColourDepth.Full,
                _ => ColourDepth.Indexed,
            },
        },
    };

    /// <summary>Says what is to be drawn. Called once, before the screen starts.</summary>
    public void Show(IWorkbench model)
    {
        _desk = new Desk(model, Capabilities.IsAsciiOnly, Zone);
        _stage = new Stage(_desk);
        _theme = model.Theme;
        _widgets = new WidgetScreen(_stage, ThemeLooks.Make(_theme, Capabilities.IsAsciiOnly)) { FirstKey = OnFirstKey, UnusedKey = OnUnusedKey };
    }

    /// <inheritdoc/>
    public void Start(IFrames frames)
    {
        _frames = frames;
        Widgets.Start(frames);
        while (_early.TryDequeue(out var work))
            frames.Post(work);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas)
    {
        TellFocus();
        Fit(canvas.Width);
        Desk.Model.Prepare();
        TakeTheme();
        TakeLayers();
        Widgets.Draw(canvas);
        TakeFocus();
    }

    /// <inheritdoc/>
    public void OnInput(InputEvent input)
    {
        if (!TakePaste(input))
            Widgets.OnInput(input);
    }

    /// <inheritdoc/>
    public void Copy(string text) => Widgets.Copy(text);

    /// <inheritdoc/>
    public Picture TakePicture()
    {
        var buffer = new CellBuffer(_stage!.Area.Width, _stage.Area.Height, new GlyphPool(), new LinkTable());
        var canvas = new Canvas(buffer);
        canvas.Fill(Widgets.Theme[Roles.Text]);
        _stage.DrawOn(canvas);
        return new Picture(buffer.ToText(), buffer.ToSvg());
    }

    /// <inheritdoc/>
    public void Suspend() => _frames?.Suspend();

    /// <inheritdoc/>
    public void End() => _frames?.Stop();

    private void Fit(int columns)
    {
        var room = columns >= WideColumns ? Room.Wide : columns >= NarrowColumns ? Room.Narrow : Room.Compact;
        if (_room == room)
            return;

        _room = room;
        Desk.Model.OnRoom(room);
    }

    private void TakeTheme()
    {
        if (_theme == Desk.Model.Theme)
            return;

        _theme = Desk.Model.Theme;
        Widgets.Theme = ThemeLooks.Make(_theme, Capabilities.IsAsciiOnly);
    }

    // What is drawn over the rest follows the workbench's stack of layers.
    private void TakeLayers()
    {
        foreach (var (model, drawn) in _layers)
        {
            if (Desk.Model.Layers.Contains(model))
                continue;

            _layers.Remove(model);
            Widgets.Close(drawn);
        }

        foreach (var layer in Desk.Model.Layers)
        {
            if (_layers.ContainsKey(layer) || PartOf(layer) is not { } part)
                continue;

            _layers[layer] = new TerminalLayer(part, part.PlaceOn) { ClosesOnEscape = false, ClosesOnClickBeside = true, Closed = () => OnClosed(layer) };
            Widgets.Open(_layers[layer]);
        }
    }

    // By a click beside it; where the workbench has closed it, it is gone already.
    private void OnClosed(ModelLayer layer)
    {
        _layers.Remove(layer);
        if (Desk.Model.Layers is [.., var top] && top == layer)
            Desk.Model.PeelLayer();
    }

    private LayerPart? PartOf(ModelLayer layer) => layer switch
    {
        PickLayer pick => new PickPart(Desk, pick),
        InputLayer input => new InputPart(Desk, input),
        ConfirmLayer confirm => new ConfirmPart(Desk, confirm),
        MenuLayer menu => new MenuPart(Desk, menu, () => _stage!.Title.PlaceOf(menu.Menu)),
        WhichKeyLayer next => new WhichKeyPart(Desk, next),
        CompletionLayer completion => new CompletionPart(Desk, completion),
        JumpLayer jump => new JumpPart(Desk, jump, _stage!),

        // The view that is filtered draws its field itself.
        FilterLayer => null,
        _ => throw new InvalidOperationException($"The screen cannot draw a {layer.GetType().Name}."),
    };
}
