namespace PluginHost.Terminal;

/// <summary>A bar at the foot of an editor, in which a person says what to look for or where to go.</summary>
internal abstract class EditorBar : Widget
{
    /// <summary>How many rows it takes.</summary>
    public abstract int Rows { get; }

    /// <summary>The field that gets the focus when it is opened.</summary>
    public abstract TextInput First { get; }

    // A name, and the field for the rest.
    protected static void DrawField(Canvas canvas, int y, string name, int nameWidth, TextInput field, int fieldWidth, Theme theme)
    {
        canvas.Write(0, y, name, Canvas.Over(canvas.At(0, y).Style, theme[Roles.Header]));
        field.DrawOn(canvas.Inside(new Rect(nameWidth, y, fieldWidth, 1)));
    }
}
