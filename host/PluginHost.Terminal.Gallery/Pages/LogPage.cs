namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A log that stands still: a line a second, and as many as there are samples already.</summary>
internal sealed class LogPage : ILivePage
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly LogBuffer _log = new(5000);
    private IFrames? _frames;
    private ITimer? _timer;
    private int _count;

    public string Id => "log";

    public string Title => "Log";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("↑", "pause"), new KeyHint("End", "follow"), new KeyHint("/", "filter"), new KeyHint("w", "wrap")];

    public Widget Create(GalleryStage stage)
    {
        _frames = stage.Screen.Frames;
        foreach (var text in Samples.Emoji.Concat(Samples.Arabic).Concat(Samples.Hostile))
            _log.Append(RichLine.Of(text));

        return new LogView { Lines = _log, Wraps = true, Opened = number => stage.Say($"Line {number}") };
    }

    public void Begin() => _timer = _frames!.Clock.CreateTimer(_ => _frames.Post(() => _log.Append(RichLine.Of($"line {++_count}"))), null, Second, Second);

    public void End() => _timer?.Dispose();
}
