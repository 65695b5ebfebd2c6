namespace PluginHost.Terminal.Tests.Widgets;

/// <summary>A widget that fills its part with a sign, remembers what came to it, and takes what it is told to.</summary>
internal sealed class Box(char sign) : Widget
{
    private readonly List<(Box Child, Rect Place)> _children = [];

    public List<string> Heard { get; } = [];

    public bool IsStop { get; init; } = true;

    public Func<KeyInput, bool> Takes { get; init; } = _ => false;

    public bool TakesMouse { get; init; } = true;

    public override bool CanFocus => IsStop;

    public override IReadOnlyList<Widget> Children => [.. _children.Select(child => child.Child)];

    public Box With(Box child, Rect place)
    {
        _children.Add((Adopt(child), place));
        return this;
    }

    public void Drop(Box child)
    {
        _children.RemoveAll(entry => entry.Child == child);
        Release(child);
    }

    public override bool OnKey(KeyInput key)
    {
        Heard.Add($"{key.Key} {key.Text}".TrimEnd());
        return Takes(key);
    }

    public override bool OnPaste(string text)
    {
        Heard.Add($"paste {text}");
        return true;
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        Heard.Add($"{mouse.Action} {mouse.X},{mouse.Y} {clicks}");
        return TakesMouse;
    }

    protected internal override void OnFocusChanged() => Heard.Add(IsFocused ? "focus" : "blur");

    protected override void Draw(Canvas canvas)
    {
        canvas.Fill(canvas.Area, sign, default);
        foreach (var (child, place) in _children)
            child.DrawOn(canvas.Inside(place));
    }
}
