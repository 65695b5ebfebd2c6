using PluginHost.Terminal;
using Severity = PluginHost.Sdk.Severity;
using Toast = PluginHost.Workbench.Rendering.Toast;

namespace PluginHost.Screen.Parts;

/// <summary>What a person is told now, in the lower right corner, the newest at the bottom. What does not fit is counted.</summary>
internal sealed class ToastStack(Desk desk) : Part
{
    private const int Columns = 46;
    private const int FewestColumns = 10;
    private const int Edges = 5;
    private const int MostRowsOfText = 4;

    /// <summary>Where it stands on a body of that size: no larger than it must be, since what it covers cannot be clicked.</summary>
    public Rect PlaceIn(Canvas body)
    {
        var width = Math.Min(Columns, body.Width - 2);
        if (width < FewestColumns)
            return default;

        var rows = 0;
        foreach (var toast in desk.Model.Toasts)
            rows += RowsOf(toast, Wrap(toast, width, body)) + 1;

        var height = Math.Min(rows, body.Height);
        return new Rect(body.Width - width - 1, body.Height - height, width, height);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var bottom = canvas.Height;
        var toasts = desk.Model.Toasts;
        for (var i = toasts.Count - 1; i >= 0; i--)
        {
            var lines = Wrap(toasts[i], canvas.Width, canvas);
            var rows = RowsOf(toasts[i], lines);
            if (bottom - rows < 0)
            {
                canvas.Write(0, Math.Max(0, bottom - 1), $"+{i + 1}", Look(Roles.Dim));
                return;
            }

            bottom -= rows;
            DrawToast(canvas.Inside(new Rect(0, bottom, canvas.Width, rows)), toasts[i], lines);
            bottom--;
        }
    }

    private IReadOnlyList<TextLine> Wrap(Toast toast, int width, Canvas canvas) => TextWrap.Of(desk.Looks.Of(toast.Text), Direction.Auto, width - Edges, canvas.Text);

    private static int RowsOf(Toast toast, IReadOnlyList<TextLine> lines) =>
        Math.Min(lines.Count, MostRowsOfText) + (toast.Actions.Count > 0 ? 1 : 0) + (toast.IsProgress ? 1 : 0);

    private void DrawToast(Canvas canvas, Toast toast, IReadOnlyList<TextLine> lines)
    {
        var look = Canvas.Over(Look("workbench.toast"), Theme[Roles.Text] with { Background = Color.Default });
        canvas.Fill(look);
        canvas.Put(1, 0, [SignOf(toast.Severity)], 1, Canvas.Over(look, Theme[RoleOf(toast.Severity)]));
        var y = 0;
        for (; y < Math.Min(lines.Count, MostRowsOfText); y++)
            canvas.Write(3, y, lines[y], look);

        if (toast.IsProgress)
            DrawProgress(canvas, toast, y++, look);

        var origin = new Rect(canvas.OnScreen.X - Area.X, canvas.OnScreen.Y - Area.Y, canvas.Width, canvas.Height);
        canvas.Put(canvas.Width - 1, 0, [Theme.Glyphs.Cross], 1, Canvas.Over(look, Theme[Roles.Dim]));
        Hit(new Rect(origin.X + canvas.Width - 2, origin.Y, 2, 1), () => desk.Model.Close(toast));
        var x = 3;
        foreach (var action in toast.Actions)
        {
            var width = canvas.Write(x, y, action.Title, Canvas.Over(look, Theme[Roles.Link]));
            Hit(new Rect(origin.X + x, origin.Y + y, width, 1), () => desk.Model.Accept(toast, action));
            x += width + 2;
        }
    }

    private void DrawProgress(Canvas canvas, Toast toast, int y, Style look)
    {
        var room = canvas.Width - 9;
        if (room < 4)
            return;

        canvas.Fill(new Rect(3, y, room, 1), Theme.Glyphs == Glyphs.Ascii ? '.' : '░', Canvas.Over(look, Theme[Roles.Dim]));
        if (toast.Done is not { } done)
            return;

        canvas.Fill(new Rect(3, y, (int)(room * Math.Clamp(done, 0, 1)), 1), Theme.Glyphs.Thumb, Canvas.Over(look, Theme[Roles.Accent]));
        canvas.Write(4 + room, y, $"{done * 100:0} %", look);
    }

    private char SignOf(Severity severity) => severity switch
    {
        Severity.Error => Theme.Glyphs.Bad,
        Severity.Warning => Theme.Glyphs.Warning,
        _ => 'i',
    };

    private static string RoleOf(Severity severity) => severity switch
    {
        Severity.Error => Roles.Bad,
        Severity.Warning => Roles.Warning,
        _ => Roles.Information,
    };
}
