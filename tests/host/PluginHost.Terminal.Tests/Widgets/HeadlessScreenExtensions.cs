namespace PluginHost.Terminal.Tests.Widgets;

/// <summary>What the tests of widgets do to a screen again and again.</summary>
internal static class HeadlessScreenExtensions
{
    /// <summary>Draws a frame, whatever has happened.</summary>
    public static void Redraw(this HeadlessScreen screen)
    {
        screen.Invalidate();
        screen.Settle();
    }

    /// <summary>The bytes that frames take in which nothing changes.</summary>
    public static long BytesOfSteadyFrames(this HeadlessScreen screen)
    {
        for (var i = 0; i < 100; i++)
            screen.Redraw();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            screen.Redraw();

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Turns the wheel at a place.</summary>
    public static void Wheel(this HeadlessScreen screen, int x, int y, MouseButton direction) =>
        screen.Send(new MouseInput(x, y, direction, MouseAction.Press, Modifiers.None));

    /// <summary>A row of the screen.</summary>
    public static string Line(this HeadlessScreen screen, int y) => screen.ToText().Split('\n')[y];

    /// <summary>How the cells of a row look, from a column on.</summary>
    public static Attributes[] Looks(this HeadlessScreen screen, int x, int y, int count) =>
        [.. screen.Buffer.Row(y).Slice(x, count).ToArray().Select(cell => cell.Attributes)];
}
