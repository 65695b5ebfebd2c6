namespace PluginHost.Terminal.Gallery;

/// <summary>Tells how large the screen is, before what is in it is drawn.</summary>
internal sealed class SizeTeller : Widget
{
    private readonly Widget _content;
    private readonly Widget[] _children;
    private readonly Action<int, int> _tell;
    private (int Width, int Height) _told;

    public SizeTeller(Widget content, Action<int, int> tell)
    {
        _tell = tell;
        _children = [_content = Adopt(content)];
    }

    public override IReadOnlyList<Widget> Children => _children;

    protected override void Draw(Canvas canvas)
    {
        if (_told != (canvas.Width, canvas.Height))
        {
            _told = (canvas.Width, canvas.Height);
            _tell(canvas.Width, canvas.Height);
        }

        _content.DrawOn(canvas);
    }
}
