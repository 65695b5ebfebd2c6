using PluginHost.Screen.Parts;
using PluginHost.Sdk;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>Fields to fill in, each under its title, with what is wrong beneath, and at the end the button.</summary>
internal sealed class FormBody(Desk desk, OpenView view, FormModel model) : Part
{
    private const int RowsUnderTitle = 2;
    private const int MostRowsOfTitle = 3;
    private const int WheelStep = 1;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is not (MouseButton.WheelUp or MouseButton.WheelDown))
            return base.OnMouse(mouse, clicks);

        model.Scroll(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);
        return true;
    }

    protected override void DrawPart(Canvas canvas)
    {
        var titleRows = TitleRows(canvas);
        var rows = titleRows + RowsUnderTitle;
        model.Page = Math.Max(1, canvas.Height / rows);
        var y = 0;
        for (var field = model.Top; field < model.Fields.Count && y < canvas.Height; field++, y += rows)
            DrawField(canvas.Inside(new Rect(1, y, Math.Max(0, canvas.Width - 2), rows)), field, y, titleRows);

        if (y < canvas.Height)
            DrawButton(canvas, y);

        DrawBar(canvas, model.Top, model.Page, model.Extent);
    }

    // As many for each, so that the workbench knows how many fields there is room for.
    private int TitleRows(Canvas canvas)
    {
        var most = 1;
        foreach (var field in model.Fields)
            most = Math.Max(most, TitleOf(field, canvas.Width - 2, canvas).Count);

        return Math.Min(most, MostRowsOfTitle);
    }

    private static IReadOnlyList<TextLine> TitleOf(FormFieldModel field, int width, Canvas canvas) =>
        TextWrap.Of(field.Title, Terminal.Direction.Auto, Math.Max(1, width), canvas.Text);

    private void DrawField(Canvas canvas, int index, int y, int titleRows)
    {
        var field = model.Fields[index];
        var isSelected = index == model.Selected && desk.Model.Focused == view;
        var title = TitleOf(field, canvas.Width, canvas);
        var shown = Math.Min(title.Count, titleRows);
        for (var line = 0; line < shown; line++)
            canvas.Write(0, line, title[line], Look(isSelected ? Roles.FocusedTitle : Roles.Title));

        var row = canvas.Inside(new Rect(0, shown, canvas.Width, 1));
        if (field.Kind == SettingKind.Flag)
            row.Write(0, 0, field.IsTicked ? $"[{Theme.Glyphs.On}]" : "[ ]", Look(isSelected ? Roles.Accent : Roles.Text));
        else if (field.Choices.Count > 0)
            row.Write(0, 0, $"{Theme.Glyphs.Earlier} {field.Input.Text} {Theme.Glyphs.Later}", Look(isSelected ? Roles.Accent : Roles.Text));
        else
            FieldLine.Draw(row, field.Input, Look(Roles.Input), Theme, isSelected);

        if (field.Problem is { } problem)
            canvas.Write(new Rect(0, shown + 1, canvas.Width, 1), RichLine.Of($"{Theme.Glyphs.Bad} {problem}", Roles.Bad), Look(Roles.Bad), Theme);

        Hit(new Rect(0, y, canvas.Width + 2, canvas.Height), () => Press(field, index));
    }

    private void Press(FormFieldModel field, int index)
    {
        var wasSelected = model.Selected == index;
        model.Select(index);
        if (field.Kind == SettingKind.Flag || (field.Choices.Count > 0 && wasSelected))
            desk.Model.OnKey(new Workbench.Keys.KeyPress("space"), " ");
    }

    private void DrawButton(Canvas canvas, int y)
    {
        var isSelected = model.Selected == model.Fields.Count && desk.Model.Focused == view;
        var width = canvas.Write(1, y, $" {model.SubmitTitle} ", isSelected ? Look("workbench.button") : Look(Roles.Accent));
        Hit(new Rect(1, y, width, 1), model.Submit);
    }
}
