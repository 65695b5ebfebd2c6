using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>A chord has begun: what can be pressed next. The renderer draws it at the bottom.</summary>
public sealed class WhichKeyLayer : Layer
{
    private readonly Func<KeyPress, bool> _press;

    internal WhichKeyLayer(string pressed, IReadOnlyList<KeyHint> next, Func<KeyPress, bool> press)
        : base(pressed)
    {
        Next = next;
        _press = press;
    }

    /// <summary>The keys that lead on, and where to.</summary>
    public IReadOnlyList<KeyHint> Next { get; }

    internal override bool OnKey(KeyPress key, string text) => _press(key);
}
