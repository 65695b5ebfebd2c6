using System.Globalization;

namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>5,000 events a second, in a log that follows them and in a table of their counts.</summary>
internal sealed class StreamPage : ILivePage
{
    private const int PerSecond = 5000;
    private const int Kept = 20_000;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);
    private static readonly string[] Queries = ["acme", "acme AND (slow OR down)", "globex", "إيميلات AND متجر", "initech", "🍦 flavours"];

    private readonly LogBuffer _log = new(Kept);
    private readonly TableData _counts = new();
    private readonly int[] _seen = new int[Queries.Length];
    private IFrames? _frames;
    private ITimer? _timer;
    private int _isDue;
    private long _last;
    private long _count;
    private double _owed;

    public string Id => "stream";

    public string Title => "Stream, 5,000 a second";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("↑", "pause"), new KeyHint("End", "follow"), new KeyHint("/", "filter"), new KeyHint("w", "wrap")];

    public Widget Create(GalleryStage stage)
    {
        _frames = stage.Screen.Frames;
        var table = new Table
        {
            Columns = [new TableColumn("Query") { Width = ColumnWidth.Share(1, 8) }, new TableColumn("Posts") { Alignment = Alignment.End, Width = ColumnWidth.Fixed(12) }],
            Rows = _counts,
        };
        var log = new LogView { Lines = _log, Opened = number => stage.Say($"Post {number}") };
        return new SplitPane(Orientation.Vertical, new Pane("Posts", log), new Pane("Queries", table), 0.66) { FewestOfFirst = 3, FewestOfSecond = 3 };
    }

    public void Begin()
    {
        _last = _frames!.Clock.GetTimestamp();
        _timer = _frames.Clock.CreateTimer(_ => Wake(), null, Turn, Turn);
    }

    public void End()
    {
        _timer?.Dispose();
        _timer = null;
    }

    // Where the screen is busy, one turn makes up for several: they do not queue.
    private void Wake()
    {
        if (Interlocked.Exchange(ref _isDue, 1) == 0)
            _frames!.Post(Go);
    }

    private void Go()
    {
        Volatile.Write(ref _isDue, 0);
        if (_timer is null)
            return;

        var now = _frames!.Clock.GetTimestamp();
        _owed += Math.Min(1, _frames.Clock.GetElapsedTime(_last, now).TotalSeconds) * PerSecond;
        _last = now;
        for (; _owed >= 1; _owed--)
            Add(_count++);

        for (var i = 0; i < Queries.Length; i++)
            Count(i);
    }

    private void Add(long number)
    {
        var samples = (number % 3) switch
        {
            0 => Samples.Arabic,
            1 => Samples.Emoji,
            _ => Samples.Hostile,
        };
        _seen[number * 7 % Queries.Length]++;
        _log.Append(RichLine.Of(
            Direction.LeftToRight,
            new Segment(string.Create(CultureInfo.InvariantCulture, $"{number,9} "), Roles.Dim),
            new Segment(samples[(int)(number * 31 % samples.Count)], number % 97 == 0 ? Roles.Warning : Roles.Text)));
    }

    private void Count(int index) => _counts.Set(new TableRow(Queries[index], RichLine.Of(Queries[index]), RichLine.Of(_seen[index].ToString("N0", CultureInfo.InvariantCulture)))
    {
        Values = [Queries[index], _seen[index]],
    });
}
