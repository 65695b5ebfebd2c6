namespace PluginHost.Terminal.Tests.Screens;

/// <summary>Shows a text and remembers what came.</summary>
internal sealed class FakeScreen : IScreen
{
    public IFrames? Frames { get; private set; }

    public string Text { get; set; } = "hello";

    public List<InputEvent> Inputs { get; } = [];

    public Action<InputEvent>? OnEach { get; set; }

    public void Start(IFrames frames) => Frames = frames;

    public void Draw(Canvas canvas)
    {
        canvas.Write(0, 0, Text, new Style { Foreground = Color.Indexed(2) });
        canvas.Write(0, 1, "مرحبا بالعالم 👨‍👩‍👧‍👦", default);
    }

    public void OnInput(InputEvent input)
    {
        Inputs.Add(input);
        OnEach?.Invoke(input);
    }
}
