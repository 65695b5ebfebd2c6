using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>What trees, tables and logs have in common: rows, one of which is selected, a bar at the edge, and under them the filter while one is set.</summary>
internal abstract class RowsBody(Desk desk, OpenView view, RowsModel model) : Part
{
    private const int WheelStep = 3;
    private bool _isDraggingBar;
    private Rect _rows;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    protected Desk Desk => desk;

    /// <summary>Rows above the first one, for headings.</summary>
    protected virtual int HeadingRows => 0;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
        {
            model.Scroll(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);
            return true;
        }

        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Press)
            _isDraggingBar = mouse.X == Area.Width - 1 && model.Extent > model.Page;

        if (_isDraggingBar)
            model.Scroll(TopAt(mouse.Y - _rows.Y) - model.Top);
        else if (mouse.Action == MouseAction.Press && !base.OnMouse(mouse, clicks))
            Press(mouse.X, mouse.Y - _rows.Y, clicks);

        return true;
    }

    protected override void DrawPart(Canvas canvas)
    {
        var filter = desk.Model.Layers is [.., FilterLayer layer] && layer.View == view ? layer : null;
        var foot = filter is not null || model.Filter.Length > 0 ? 1 : 0;
        var heading = canvas.Height > HeadingRows + foot ? HeadingRows : 0;
        _rows = new Rect(0, heading, canvas.Width, Math.Max(0, canvas.Height - heading - foot));
        model.Page = _rows.Height;
        var width = model.Extent > _rows.Height && canvas.Width > 2 ? canvas.Width - 1 : canvas.Width;
        Prepare(canvas, width);
        if (heading > 0)
            DrawHeading(canvas.Inside(new Rect(0, 0, width, heading)));

        for (var y = 0; y < _rows.Height && model.Top + y < model.Extent; y++)
            DrawRow(canvas.Inside(new Rect(0, _rows.Y + y, width, 1)), model.Top + y);

        DrawBar(canvas.Inside(_rows), model.Top, model.Page, model.Extent);
        if (foot > 0)
            DrawFilter(canvas.Inside(new Rect(0, canvas.Height - 1, canvas.Width, 1)), filter);
    }

    /// <summary>Gets ready to draw the rows that are seen.</summary>
    protected virtual void Prepare(Canvas canvas, int width)
    {
    }

    protected virtual void DrawHeading(Canvas canvas)
    {
    }

    /// <summary>Draws what a row says.</summary>
    /// <param name="canvas">The row, tinted where it is selected.</param>
    /// <param name="row">Which one.</param>
    /// <param name="style">Its look.</param>
    protected abstract void DrawRow(Canvas canvas, int row, Style style);

    /// <summary>A row was clicked.</summary>
    /// <returns>Whether that did something else than select or open it.</returns>
    protected virtual bool OnPress(int x, int row) => false;

    private void DrawRow(Canvas canvas, int row)
    {
        if (row == model.Selected)
            canvas.Fill(Look(desk.Model.Focused == view ? Roles.Selection : Roles.QuietSelection));

        DrawRow(canvas, row, canvas.At(0, 0).Style);
    }

    private void Press(int x, int y, int clicks)
    {
        var row = model.Top + y;
        if (y < 0 || row >= model.Extent || OnPress(x, row))
            return;

        if (clicks == 2)
            model.Open(row);
        else
            model.Select(row);
    }

    private int TopAt(int y) => _rows.Height < 2 ? 0 : (int)((long)Math.Clamp(y, 0, _rows.Height - 1) * Math.Max(0, model.Extent - _rows.Height) / (_rows.Height - 1));

    private void DrawFilter(Canvas canvas, FilterLayer? filter)
    {
        canvas.Write(0, 0, "/", Look(Roles.Key));
        if (filter is null)
            canvas.Write(2, 0, model.Filter, Look(Roles.Match));
        else
            FieldLine.Draw(canvas.Inside(new Rect(2, 0, canvas.Width - 2, 1)), filter.Input, Look(Roles.Text), Theme, hasCursor: true);

        canvas.Write(new Rect(canvas.Width / 2, 0, canvas.Width - (canvas.Width / 2), 1), RichLine.Of($"{model.Extent}", Roles.Dim), Alignment.End, Look(Roles.Dim), Theme);
    }
}
