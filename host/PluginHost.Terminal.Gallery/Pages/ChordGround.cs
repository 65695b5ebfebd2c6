namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Waits for Ctrl+K, then for the second key, and shows after a moment which there are. Below, what came from the terminal last.</summary>
internal sealed class ChordGround : Widget
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Titles = ["answer", "budget", "calendar", "draft", "export", "filter", "giveaway", "hide", "inbox", "join", "keep", "language", "merge", "note"];

    private readonly GalleryStage _stage;
    private readonly WhichKey _whichKey = new() { RowsBelow = 2 };
    private readonly KeyHint[] _hints;
    private ITimer? _timer;
    private bool _isWaiting;
    private string _last = "Press any key.";

    public ChordGround(GalleryStage stage)
    {
        _stage = stage;
        _hints = [.. Titles.Select(title => new KeyHint(title[..1], title) { Run = () => Run(title) })];
    }

    public override bool CanFocus => true;

    public override bool OnKey(KeyInput key)
    {
        _last = $"{key.Modifiers} {key.Key} '{key.Text}'";
        if (_isWaiting)
            return OnSecondKey(key);

        if (key is not { Text: "k", Modifiers: Modifiers.Control })
            return false;

        _isWaiting = true;
        _timer = _stage.Screen.Frames.Clock.CreateTimer(_ => _stage.Screen.Frames.Post(ShowKeys), null, Moment, Timeout.InfiniteTimeSpan);
        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        var (theme, text) = (Theme, Theme[Roles.Text]);
        canvas.Write(1, 0, "Ctrl+K begins a chord. Wait a moment, and you see how it can go on.", text);
        canvas.Write(1, 2, _last, Canvas.Over(text, theme[Roles.Accent]));
    }

    protected override void OnFocusChanged() => End();

    private bool OnSecondKey(KeyInput key)
    {
        End();
        if (Array.Find(_hints, hint => hint.Keys == key.Text) is { } hint)
            hint.Run!();

        return true;
    }

    private void ShowKeys()
    {
        if (_isWaiting)
            _whichKey.Show(_stage.Screen, "Ctrl+K", _hints);
    }

    private void Run(string title)
    {
        End();
        _stage.Say(title);
    }

    private void End()
    {
        _isWaiting = false;
        _timer?.Dispose();
        _whichKey.Hide();
    }
}
