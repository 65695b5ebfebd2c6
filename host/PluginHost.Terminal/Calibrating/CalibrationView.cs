namespace PluginHost.Terminal;

/// <summary>Asks the questions of a <see cref="Calibration"/>: A and B, or a click on a line, answer; S says that there is no difference; Backspace goes back.</summary>
public sealed class CalibrationView : Widget
{
    private const int Margin = 2;
    private const int WidestText = 76;
    private const int RowsBetween = 2;
    private readonly Calibration _calibration;
    private readonly Action<TextOptions> _finished;
    private CalibrationQuestion? _wrappedFor;
    private WrappedText _text = new("");
    private RichLine _title = RichLine.Empty;
    private TextLine? _a;
    private TextLine? _b;
    private int _rowOfA = -1;

    /// <summary>Makes one.</summary>
    /// <param name="calibration">What is asked.</param>
    /// <param name="finished">Told what came out, once all is answered.</param>
    public CalibrationView(Calibration calibration, Action<TextOptions> finished) => (_calibration, _finished) = (calibration, finished);

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Character, Text: "a" or "A", Modifiers: Modifiers.None or Modifiers.Shift }:
                Answer(CalibrationAnswer.A);
                return true;
            case { Key: Key.Character, Text: "b" or "B", Modifiers: Modifiers.None or Modifiers.Shift }:
                Answer(CalibrationAnswer.B);
                return true;
            case { Key: Key.Character, Text: "s" or "S", Modifiers: Modifiers.None or Modifiers.Shift }:
                Answer(CalibrationAnswer.Same);
                return true;
            case { Key: Key.Backspace, Modifiers: Modifiers.None }:
                return _calibration.TakeBack();
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press } || _rowOfA < 0)
            return false;

        if (mouse.Y == _rowOfA)
            Answer(CalibrationAnswer.A);
        else if (mouse.Y == _rowOfA + RowsBetween)
            Answer(CalibrationAnswer.B);

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var (theme, text) = (Theme, Theme[Roles.Text]);
        _rowOfA = -1;
        if (_calibration.Current is not { } question)
        {
            canvas.Write(Margin, 0, "All is answered. Thank you.", text);
            return;
        }

        Prepare(question);
        var width = Math.Max(1, Math.Min(WidestText, canvas.Width - (2 * Margin)));
        canvas.Write(new Rect(Margin, 0, canvas.Width - Margin, 1), _title, Canvas.Over(text, theme[Roles.FocusedTitle]), theme);
        var rows = _text.Lines(width, canvas.Text).Count;

        // The lines to compare are what it is about: where there is no room, the words give way.
        var room = Math.Clamp(canvas.Height - 2 - RowsBetween - 2, 0, rows);
        _text.Draw(canvas.Inside(new Rect(Margin, 2, width, room)), width, 0, text);
        _rowOfA = Math.Min(2 + room + (room > 0 ? 1 : 0), Math.Max(0, canvas.Height - RowsBetween - 1));
        DrawLine(canvas, _rowOfA, "A", _a!, theme);
        DrawLine(canvas, _rowOfA + RowsBetween, "B", _b!, theme);
        canvas.Write(new Rect(Margin, _rowOfA + RowsBetween + 2, canvas.Width - Margin, 1), Keys, Canvas.Over(text, theme[Roles.Dim]), theme);
    }

    private static RichLine Keys { get; } = RichLine.Of(
        new Segment("A", Roles.Key),
        new Segment(" or ", Roles.Text),
        new Segment("B", Roles.Key),
        new Segment(" reads right   ", Roles.Text),
        new Segment("S", Roles.Key),
        new Segment(" both, neither, or hard to tell   ", Roles.Text),
        new Segment("Backspace", Roles.Key),
        new Segment(" the question before   ", Roles.Text),
        new Segment("Esc", Roles.Key),
        new Segment(" leave", Roles.Text));

    private static void DrawLine(Canvas canvas, int y, string name, TextLine line, Theme theme)
    {
        var text = theme[Roles.Text];
        canvas.Write(Margin, y, name, Canvas.Over(text, theme[Roles.Key]));
        canvas.Write(Margin + 4, y, line, text);
    }

    // Each line is laid out as if its answer were given.
    private void Prepare(CalibrationQuestion question)
    {
        if (question == _wrappedFor)
            return;

        _wrappedFor = question;
        _text = new WrappedText(question.Text);
        _title = RichLine.Of(new Segment(question.Title, Roles.Text), new Segment($"   {_calibration.Answered + 1} of {Calibration.Questions.Count}", Roles.Dim));
        _a = TextLine.Of(question.Sample, Direction.LeftToRight, question.A(_calibration.Options));
        _b = TextLine.Of(question.Sample, Direction.LeftToRight, question.B(_calibration.Options));
    }

    private void Answer(CalibrationAnswer answer)
    {
        if (_calibration.Current is null)
            return;

        _calibration.Answer(answer);
        if (_calibration.Current is null)
            _finished(_calibration.Options);

        Invalidate();
    }
}
