namespace PluginHost.Terminal.Gallery;

/// <summary>Asks which lines read right, and says what that means for a program. It keeps nothing: that is for whoever has settings.</summary>
internal sealed class CalibrationProgram : ITerminalProgram
{
    private readonly WidgetScreen _screen;
    private TextOptions? _result;

    public CalibrationProgram()
    {
        var view = new CalibrationView(new Calibration(new TextOptions()), Finish);
        _screen = new WidgetScreen(new Dock(view).AddTop(new SpaceRow(), 1), Theme.Plain) { UnusedKey = Leave };
    }

    public IScreen Screen => _screen;

    public void Tell(TextWriter output)
    {
        if (_result is not { } options)
        {
            output.WriteLine("Left before the last question: nothing is changed.");
            return;
        }

        output.WriteLine("This terminal is to be used so:");
        output.WriteLine($"  put text into visual order   {YesNo(options.Reorder)}");
        output.WriteLine($"  join Arabic letters          {YesNo(options.ShapeArabic)}");
        output.WriteLine($"  joined emoji take two cells  {YesNo(options.Widths.JoinsEmoji)}");
        output.WriteLine($"  flags take two cells         {YesNo(options.Widths.JoinsFlags)}");
        output.WriteLine($"  symbols widen to pictures    {YesNo(options.Widths.WidensByVariation)}");
        output.WriteLine($"  ambiguous signs take         {options.Widths.Ambiguous}");
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private void Finish(TextOptions options)
    {
        _result = options;
        _screen.Frames.Stop();
    }

    private bool Leave(KeyInput key)
    {
        if (key is not ({ Key: Key.Escape } or { Text: "q" or "c", Modifiers: Modifiers.Control }))
            return false;

        _screen.Frames.Stop();
        return true;
    }
}
