namespace PluginHost.Terminal.Gallery;

/// <summary>A widget, and one key that its page adds to those it answers.</summary>
internal sealed class WithKey : Widget
{
    private readonly Widget _content;
    private readonly Widget[] _children;
    private readonly Key _key;
    private readonly Action _run;

    public WithKey(Widget content, Key key, Action run)
    {
        (_key, _run) = (key, run);
        _children = [_content = Adopt(content)];
    }

    public override IReadOnlyList<Widget> Children => _children;

    public override bool OnKey(KeyInput key)
    {
        if (key.Key != _key || key.Modifiers != Modifiers.None)
            return false;

        _run();
        return true;
    }

    protected override void Draw(Canvas canvas) => _content.DrawOn(canvas);
}
