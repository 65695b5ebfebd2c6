namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private static readonly Style Squiggle = new() { Attributes = Attributes.Squiggle };

    private TextProblem[] _problems = [];
    private bool _hasSigns;

    /// <summary>
    /// What is wrong in the text. Each is underlined, and has a sign beside its line; its message stands behind the line in which the caret is. F8 and
    /// Shift+F8 go to the next and to the one before. Set them on the screen's thread.
    /// </summary>
    public IReadOnlyList<TextProblem> Problems
    {
        get => _problems;
        set
        {
            _problems = [.. value.OrderBy(problem => problem.Range.Start)];

            // Once there were any, the text does not jump aside again when the last one goes.
            _hasSigns |= _problems.Length > 0;
            Invalidate();
        }
    }

    /// <summary>Goes to the next problem, from the last to the first, and says what it is.</summary>
    public void GoToNextProblem() => GoTo(_problems.FirstOrDefault(problem => problem.Range.Start > Caret) ?? _problems.FirstOrDefault());

    /// <summary>Goes to the problem before, from the first to the last, and says what it is.</summary>
    public void GoToPreviousProblem() => GoTo(_problems.LastOrDefault(problem => problem.Range.Start < Caret) ?? _problems.LastOrDefault());

    private bool OnProblemKey(KeyInput key) => key switch
    {
        { Key: Key.F8, Modifiers: Modifiers.None } when _problems.Length > 0 => Do(GoToNextProblem),
        { Key: Key.F8, Modifiers: Modifiers.Shift } when _problems.Length > 0 => Do(GoToPreviousProblem),
        _ => false,
    };

    private void GoTo(TextProblem? problem)
    {
        if (problem is null)
            return;

        CaretTo(_document.Nearest(problem.Range.Start));
        ShowText(LinesOf(problem));
    }

    private List<RichLine> LinesOf(TextProblem problem)
    {
        var sign = new Segment($"{problem.Severity.Sign(Theme.Glyphs)} ", problem.Severity.Role());
        var lines = problem.Message.ReplaceLineEndings("\n").Split('\n');
        return [.. lines.Select((line, index) => index == 0 ? RichLine.Of(sign, new Segment(line, Roles.Text)) : RichLine.Of(line))];
    }

    // A click on a sign says what it stands for.
    private bool OnSignClick(MouseInput mouse)
    {
        if (!_hasSigns || mouse.X != 0 || _textLeft < 2)
            return false;

        var line = PlaceUnder(mouse).Line;
        var worst = Worst(line);
        if (worst is not null)
            GoTo(worst);

        return worst is not null;
    }

    private ProblemSeverity? SignOf(int line) => Worst(line)?.Severity;

    private TextProblem? Worst(int line)
    {
        TextProblem? worst = null;
        foreach (var problem in _problems)
        {
            if (problem.Range.Start.Line == line && (worst is null || problem.Severity > worst.Severity))
                worst = problem;
        }

        return worst;
    }

    private void ShiftProblems(TextEdit edit)
    {
        for (var i = 0; i < _problems.Length; i++)
        {
            var range = new TextRange(edit.Moved(_problems[i].Range.Start), edit.Moved(_problems[i].Range.End));
            if (range != _problems[i].Range)
                _problems[i] = _problems[i] with { Range = range };
        }
    }

    private void DrawProblems(Canvas canvas, int y, int line, LineRows rows, int row, Theme theme)
    {
        foreach (var problem in _problems)
        {
            var (start, end) = (problem.Range.Start, problem.Range.End);
            if (start.Line > line || end.Line < line)
                continue;

            var first = start.Line < line ? 0 : start.Column;
            var last = end.Line > line ? rows.Text.Length : Math.Max(end.Column, first + 1);
            if (first >= rows.Text.Length && row == rows.Count - 1)
                TintCell(canvas, y, rows, rows.Text.Length, Squiggle);
            else
                Tint(canvas, y, rows, row, first, last, Squiggle);
        }

        if (line == Caret.Line && row == rows.Count - 1 && Worst(line) is { } worst)
            DrawMessage(canvas, y, rows, worst, theme);
    }

    // Where the line leaves room for it.
    private void DrawMessage(Canvas canvas, int y, LineRows rows, TextProblem problem, Theme theme)
    {
        const int Gap = 2;
        const int Least = 10;
        var end = _view.ScreenX(rows, rows.XOf(rows.Text.Length));
        var room = rows.IsReversed ? new Rect(0, y, end - Gap, 1) : new Rect(end + Gap, y, canvas.Width - end - Gap, 1);
        if (room.Width < Least)
            return;

        var field = canvas.Inside(room);
        var style = Canvas.Over(field.At(0, 0).Style, theme[problem.Severity.Role()]);
        field.Fill(new Rect(0, 0, 1, 1), problem.Severity.Sign(theme.Glyphs), style);
        field.Inside(new Rect(2, 0, field.Width - 2, 1)).Write(0, 0, problem.Message, style);
    }
}
