using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>A table: as many columns as there is room for, from the one with the cursor on where not all are.</summary>
internal sealed class TableBody(Desk desk, OpenView view, TableModel model) : RowsBody(desk, view, model)
{
    private const int Gap = 2;
    private const int Narrowest = 4;
    private const int Widest = 60;
    private readonly List<(int Column, int X, int Width)> _columns = [];

    protected override int HeadingRows => 1;

    protected override void Prepare(Canvas canvas, int width)
    {
        _columns.Clear();
        var first = FirstColumn(canvas, width);
        var x = 0;
        for (var column = first; column < model.Columns.Count && x < width; column++)
        {
            var wanted = WidthOf(canvas, column);
            _columns.Add((column, x, wanted));
            x += wanted + Gap;
        }

        Shrink(width, x - Gap);
    }

    protected override void DrawHeading(Canvas canvas)
    {
        foreach (var (column, x, width) in _columns)
        {
            var heading = model.Columns[column];
            var look = Look(column == model.CursorColumn && Desk.Model.Focused?.Model == model ? Roles.FocusedTitle : Roles.Header);
            var sign = column != model.SortColumn ? "" : model.IsDescending ? $" {Theme.Glyphs.Descending}" : $" {Theme.Glyphs.Ascending}";
            canvas.Write(new Rect(x, 0, width, 1), RichLine.Of(heading.Name + sign), heading.IsAtEnd ? Alignment.End : Alignment.Start, look, Theme);
            Hit(new Rect(x, 0, width, 1), () => model.SortBy(column));
        }
    }

    protected override void DrawRow(Canvas canvas, int row, Style style)
    {
        foreach (var (column, x, width) in _columns)
        {
            var cell = model.Cell(row, column);
            canvas.Write(new Rect(x, 0, width, 1), Desk.Looks.Of(cell), cell.IsAtEnd ? Alignment.End : Alignment.Start, style, Theme);
        }
    }

    // The widest gives way first, so that short columns stay whole.
    private void Shrink(int width, int taken)
    {
        while (taken > width)
        {
            var widest = 0;
            for (var i = 1; i < _columns.Count; i++)
                widest = _columns[i].Width > _columns[widest].Width ? i : widest;

            if (_columns.Count == 0 || _columns[widest].Width <= Narrowest)
                return;

            var by = Math.Min(taken - width, Math.Max(1, _columns[widest].Width / 4));
            _columns[widest] = _columns[widest] with { Width = _columns[widest].Width - by };
            for (var i = widest + 1; i < _columns.Count; i++)
                _columns[i] = _columns[i] with { X = _columns[i].X - by };

            taken -= by;
        }
    }

    private int FirstColumn(Canvas canvas, int width)
    {
        var least = 0;
        for (var column = 0; column <= Math.Min(model.CursorColumn, model.Columns.Count - 1); column++)
            least += Math.Min(WidthOf(canvas, column), Narrowest) + Gap;

        var first = 0;
        for (; least - Gap > width && first < model.CursorColumn; first++)
            least -= Math.Min(WidthOf(canvas, first), Narrowest) + Gap;

        return first;
    }

    private int WidthOf(Canvas canvas, int column)
    {
        var width = Math.Max(model.Columns[column].Name.Length + Gap, Narrowest);
        var end = Math.Min(model.Extent, model.Top + model.Page);
        for (var row = model.Top; row < end && width < Widest; row++)
            width = Math.Max(width, TextWidth.Of(Desk.Looks.Of(model.Cell(row, column)).Text, canvas.Text));

        return Math.Min(width, Widest);
    }
}
