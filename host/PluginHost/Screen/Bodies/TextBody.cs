using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Bodies;

/// <summary>Text to read: a page of the terminal's, which wraps, scrolls, searches and copies by itself.</summary>
internal sealed class TextBody : Part
{
    private readonly TextModel _model;
    private readonly Desk _desk;
    private readonly TextPage _page;
    private long _drawn = -1;

    public TextBody(Desk desk, TextModel model)
    {
        (_desk, _model) = (desk, model);
        _page = new TextPage { Opened = desk.Open };
    }

    protected override void DrawPart(Canvas canvas)
    {
        if (_drawn != _model.Version)
        {
            _drawn = _model.Version;
            _page.Rows = new ListRows([.. _model.Lines.Select(_desk.Looks.Of)]);
        }

        Show(_page, canvas.Inside(new Rect(Math.Min(1, canvas.Width - 1), 0, Math.Max(1, canvas.Width - 2), canvas.Height)));
    }
}
