namespace PluginHost.Terminal.Tests.Widgets.Frames;

/// <summary>Shows a widget without a terminal, and looks at what it does to it.</summary>
internal sealed class FrameStage : IDisposable
{
    public FrameStage(Widget content, int width, int height)
        : this(content, width, height, Theme.Plain)
    {
    }

    public FrameStage(Widget content, int width, int height, Theme theme)
    {
        Screen = new WidgetScreen(content, theme);
        Headless = new HeadlessScreen(width, height, Screen);
    }

    public WidgetScreen Screen { get; }

    public HeadlessScreen Headless { get; }

    public string Text => Headless.ToText();

    public string[] Rows => Text.TrimEnd('\n').Split('\n');

    /// <summary>The part of a row that has an attribute, as it is seen.</summary>
    public string Marked(int row, Attributes attributes)
    {
        var cells = Headless.Buffer.Row(row);
        var text = "";
        foreach (var cell in cells)
            text += cell.Style.Attributes.HasFlag(attributes) && cell.Glyph > 0 ? ((char)cell.Glyph).ToString() : "";

        return text;
    }

    public void Drag(int fromX, int fromY, int toX, int toY)
    {
        Headless.Send(new MouseInput(fromX, fromY, MouseButton.Left, MouseAction.Press, Modifiers.None));
        Headless.Send(new MouseInput(toX, toY, MouseButton.Left, MouseAction.Move, Modifiers.None));
        Headless.Send(new MouseInput(toX, toY, MouseButton.Left, MouseAction.Release, Modifiers.None));
    }

    /// <summary>The bytes that a frame allocates in which nothing is new.</summary>
    public long SteadyAllocation()
    {
        var canvas = new Canvas(Headless.Buffer);
        for (var i = 0; i < 20; i++)
            Screen.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            Screen.Draw(canvas);

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Draws it in every small size.</summary>
    public void DrawInSmallSizes()
    {
        for (var width = 1; width < 12; width++)
        {
            for (var height = 1; height < 6; height++)
                Headless.Resize(width, height);
        }
    }

    public void Dispose() => Headless.Dispose();
}
