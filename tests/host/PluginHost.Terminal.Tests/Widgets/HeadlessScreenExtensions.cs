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
    public static long BytesOfSteadyFrames(this HeadlessScreen screen) => LeastBytesOf(() =>
    {
        for (var i = 0; i < 100; i++)
            screen.Redraw();
    });

    /// <summary>
    /// The bytes that some work takes when it is done again and again, at least. On a busy machine some kilobytes were seen once in a few hundred frames, in
    /// rounds that took none before and after: not of the frames, which would take theirs every time.
    /// </summary>
    public static long LeastBytesOf(Action work)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 6; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
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
