using PluginHost.Screen.Bodies;
using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen;

/// <summary>One open view: what it shows, or what it says while it is empty, and at its foot what is to be said about its state.</summary>
internal sealed class ViewFrame(Desk desk, OpenView view) : Part
{
    private readonly TextPage _welcome = new() { Opened = desk.Open };
    private IReadOnlyList<Line>? _welcomed;
    private Widget? _body;
    private ViewModel? _drawn;

    public OpenView View => view;

    /// <summary>What shows the view's data; null while there is none.</summary>
    public Widget? Body
    {
        get
        {
            if (_drawn == view.Model)
                return _body;

            _drawn = view.Model;
            return _body = _drawn is null ? null : BodyOf(_drawn);
        }
    }

    protected override void DrawPart(Canvas canvas)
    {
        var foot = view.Notice is null ? 0 : 1;
        var room = canvas.Inside(new Rect(0, 0, canvas.Width, Math.Max(0, canvas.Height - foot)));
        if (Body is { } body)
            Show(body, room);

        if (view.Model is { IsEmpty: true, Filter.Length: 0 } && view.Welcome.Count > 0)
            DrawWelcome(room);

        if (view.IsDim)
            room.Tint(room.Area, Theme[Roles.Dim]);

        if (view.Notice is { } notice)
            DrawNotice(canvas.Inside(new Rect(0, view.Model is null ? 0 : canvas.Height - 1, canvas.Width, 1)), notice);
    }

    private void DrawWelcome(Canvas canvas)
    {
        if (_welcomed != view.Welcome)
        {
            _welcomed = view.Welcome;
            _welcome.Rows = new ListRows([.. view.Welcome.Select(desk.Looks.Of)]);
        }

        // The headings of what is not there would show through.
        canvas.Fill(Look(Roles.Text));
        Show(_welcome, canvas.Inside(new Rect(Math.Min(1, canvas.Width - 1), 0, Math.Max(1, canvas.Width - 2), canvas.Height)));
    }

    private void DrawNotice(Canvas canvas, Line notice)
    {
        // What helps is to be seen, however long it takes to say what is wrong.
        var cure = view.Cure;
        var kept = cure is null ? 1 : TextWidth.Of(cure.Title, canvas.Text) + 3;
        var taken = canvas.Write(new Rect(1, 0, Math.Max(0, canvas.Width - 1 - kept), 1), desk.Looks.Of(notice), Look(Roles.Warning), Theme);
        if (cure is null)
            return;

        var width = canvas.Write(taken.Right + 2, 0, cure.Title, Look(Roles.Link));
        Hit(new Rect(taken.Right + 2, canvas.OnScreen.Y - Area.Y, width, 1), () => desk.Model.OnCommand(cure.Command));
    }

    private Widget BodyOf(ViewModel model) => model switch
    {
        TreeModel tree => new TreeBody(desk, view, tree),
        TableModel table => new TableBody(desk, view, table),
        LogModel log => new LogBody(desk, view, log),
        TextModel text => new TextBody(desk, text),
        FormModel form => new FormBody(desk, view, form),
        ChartModel chart => new ChartBody(chart),
        EditorModel editor => new EditorBody(editor),
        _ => throw new InvalidOperationException($"The screen cannot draw a {model.GetType().Name}."),
    };
}
