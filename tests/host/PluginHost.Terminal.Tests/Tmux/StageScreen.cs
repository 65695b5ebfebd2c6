using System.Globalization;
using System.IO.Pipes;

namespace PluginHost.Terminal.Tests.Tmux;

/// <summary>
/// Streams text that terminals draw wrongly, in columns between bars. The keys: s stands still, w draws the whole again, q ends, x throws, t throws on
/// another thread. It tells through a pipe what it has done.
/// </summary>
internal sealed class StageScreen(StreamWriter report) : IScreen
{
    public const char Bar = '|';
    private const int FramesToTell = 10;

    private static readonly string[] Texts =
    [
        "plain text", "👨‍👩‍👧‍👦 family", "مرحبا بالعالم", "❤️ heart 🇳🇴 flag", "中文 日本語", "[12:00] تم الاتصال", "e\u0301 and o\u0308", "👍🏽 skin 🏳️‍🌈", "hostile \e[31m\u202E",
    ];

    private readonly Random _random = new(1);
    private IFrames? _frames;
    private string _mode = "stream";
    private int _count;
    private int _framesOfSize;

    public static int Run(string pipe)
    {
        using var stream = new NamedPipeClientStream(".", pipe, PipeDirection.Out);
        stream.Connect();
        using var report = new StreamWriter(stream) { AutoFlush = true };
        report.WriteLine(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        using var session = TerminalSession.Open(new TerminalOptions { FramesPerSecond = 30 });
        var screen = new StageScreen(report);
        using var frames = new Frames(session, screen);
        using var timer = TimeProvider.System.CreateTimer(_ => screen.Next(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        frames.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        return 0;
    }

    public void Start(IFrames frames) => _frames = frames;

    public void Draw(Canvas canvas)
    {
        var isStill = _mode != "stream";
        for (var y = 0; y < canvas.Height - 1; y++)
        {
            var text = Texts[isStill ? y % Texts.Length : _random.Next(Texts.Length)];
            canvas.Write(isStill ? 3 : _random.Next(30), y, text, new Style { Foreground = Color.Indexed((byte)(y % 7)) });
            canvas.Write(40, y, $"{Bar}{text}", new Style { Attributes = Attributes.Reverse });
            canvas.Put(canvas.Width - 1, y, "|", 1, default);
        }

        canvas.Write(0, canvas.Height - 1, $"{_mode} {canvas.Width}x{canvas.Height} {(isStill ? 0 : _count)}", default);
        if (++_framesOfSize == FramesToTell)
        {
            var size = $"{canvas.Width}x{canvas.Height}";
            _frames!.Post(() => report.WriteLine(size));
        }
    }

    public void OnInput(InputEvent input)
    {
        switch (input)
        {
            case ResizeInput:
                _framesOfSize = 0;
                break;
            case KeyInput { Text: "s" }:
                _mode = "still";
                break;
            case KeyInput { Text: "w" }:
                _mode = "whole";
                _frames!.RunChild(() => { });
                break;
            case KeyInput { Text: "q" }:
                _frames!.Stop();
                break;
            case KeyInput { Text: "x" }:
                throw new InvalidOperationException("the screen is broken");
            case KeyInput { Text: "t" }:
                new Thread(() => throw new InvalidOperationException("the thread is broken")).Start();
                break;
        }
    }

    private void Next()
    {
        _count++;
        _frames?.Invalidate();
    }
}
