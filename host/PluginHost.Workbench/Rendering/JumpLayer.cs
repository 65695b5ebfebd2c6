using PluginHost.Workbench.Jumping;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>
/// Jump mode: letters over everything that can be gone to. The renderer knows what is on screen: when it meets this layer without targets, it offers them,
/// and draws <see cref="Labels"/> over them.
/// </summary>
public sealed class JumpLayer : Layer
{
    private readonly Action _done;
    private IReadOnlyList<Action> _targets = [];

    internal JumpLayer(string title, Action done)
        : base(title) => _done = done;

    /// <summary>Whether the renderer has offered targets.</summary>
    public bool HasTargets { get; private set; }

    /// <summary>The letters of the targets, in the order in which they were offered; empty where the letters typed so far lead elsewhere.</summary>
    public IReadOnlyList<string> Labels { get; private set; } = [];

    /// <summary>The letters that were typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>Offers what is on screen, nearest to the focus first: it gets the shortest way.</summary>
    /// <param name="targets">What going there does; called on the renderer's thread, once the layer is gone.</param>
    public void Offer(IReadOnlyList<Action> targets)
    {
        _targets = targets;
        HasTargets = true;
        Labels = JumpLetters.For(targets.Count);
        if (targets.Count == 0)
            _done();
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (key.Key == "backspace")
        {
            Show("");
            return true;
        }

        if (key.Key.Length != 1)
            return false;

        var typed = Typed + key.Key;
        var labels = JumpLetters.For(_targets.Count);
        for (var target = 0; target < labels.Count; target++)
        {
            if (labels[target] == typed)
            {
                _done();
                _targets[target]();
                return true;
            }
        }

        // Letters that lead nowhere are not taken, so that a slip costs nothing.
        if (labels.Any(label => label.StartsWith(typed, StringComparison.Ordinal)))
            Show(typed);

        return true;
    }

    private void Show(string typed)
    {
        Typed = typed;
        Labels = [.. JumpLetters.For(_targets.Count).Select(label => label.StartsWith(typed, StringComparison.Ordinal) ? label : "")];
    }
}
