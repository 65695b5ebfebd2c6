using System.Globalization;
using PluginHost.Terminal;

namespace PluginHost.Benchmarks.Frame;

/// <summary>A log that follows its tail: a number, who wrote, and what, in the languages that people write. It keeps the newest lines.</summary>
internal sealed class StreamScreen : IScreen
{
    private const int Kept = 1024;
    private static readonly Style Muted = new() { Foreground = Color.Rgb(120, 120, 130) };
    private static readonly Style Accent = new() { Foreground = Color.Rgb(90, 160, 250) };
    private static readonly string[] Texts =
    [
        "When do you open tomorrow?", "Blåbær og fløte, takk! 🍨", "متى تفتحون غدا؟", "The best ice cream in town ❤️", "とても美味しい", "@slocombe is it far from Bergen?",
        "Nothing but praise 👨‍👩‍👧‍👦", "My coupon 12345 did not work", "¿Abren mañana por la mañana?", "Price of two, please",
    ];

    private readonly Lock _gate = new();
    private readonly string[] _lines = new string[Kept];
    private long _count;
    private long _frames;
    private long _allocated;
    private long _lastShown;

    /// <summary>How many events came.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>How far it is.</summary>
    public StreamMark Mark
    {
        get
        {
            lock (_gate)
                return new StreamMark(_frames, _allocated, _lastShown);
        }
    }

    /// <summary>One more event, with a text that no other has.</summary>
    public void Add()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Texts[_count % Texts.Length]} ({_count})");
        lock (_gate)
        {
            _lines[_count % Kept] = line;
            _count++;
        }
    }

    public void Start(IFrames frames)
    {
    }

    public void Draw(Canvas canvas)
    {
        Span<char> number = stackalloc char[20];
        lock (_gate)
        {
            for (var row = 0; row < canvas.Height && row < _count; row++)
            {
                var (place, y) = (_count - 1 - row, canvas.Height - 1 - row);
                place.TryFormat(number, out var digits, default, CultureInfo.InvariantCulture);
                canvas.Write(0, y, number[..digits], Muted);
                canvas.Write(10, y, "@someone", Accent);
                canvas.Write(22, y, _lines[place % Kept], default);
            }

            (_frames, _allocated, _lastShown) = (_frames + 1, GC.GetAllocatedBytesForCurrentThread(), _count);
        }
    }

    public void OnInput(InputEvent input)
    {
    }
}
