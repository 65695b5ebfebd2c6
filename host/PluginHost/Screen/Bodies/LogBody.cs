using System.Globalization;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>A log: the time, and what was said. Paused, its last row counts what is new.</summary>
internal sealed class LogBody(Desk desk, OpenView view, LogModel model) : RowsBody(desk, view, model)
{
    private const int TimeWidth = 9;
    private long _told = -1;
    private RichLine _news = RichLine.Empty;

    protected override void DrawPart(Canvas canvas)
    {
        base.DrawPart(canvas);
        if (model.IsFollowing || model.NewCount == 0 || canvas.Height < 2)
            return;

        if (_told != model.NewCount)
            (_told, _news) = (model.NewCount, RichLine.Of($" {Theme.Glyphs.Descending} {model.NewCount} new, End resumes ", "workbench.button"));

        canvas.Write(new Rect(0, canvas.Height - 1, canvas.Width - 1, 1), _news, Alignment.End, Look(Roles.Text), Theme);
    }

    protected override void DrawRow(Canvas canvas, int row, Style style)
    {
        Span<char> time = stackalloc char[8];
        TimeZoneInfo.ConvertTime(model.Entry(row).At, Desk.Zone).TryFormat(time, out var length, "HH:mm:ss", CultureInfo.InvariantCulture);
        canvas.Write(0, 0, time[..length], Canvas.Over(style, Theme[Roles.Dim]));
        canvas.Write(new Rect(TimeWidth, 0, canvas.Width - TimeWidth, 1), Desk.Looks.Of(model.Row(row)), style, Theme);
    }
}
