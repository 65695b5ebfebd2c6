using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Layers;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Keys;

/// <summary>Follows what is pressed through the key map: one key, or a chord, whose further keys are shown after a while.</summary>
internal sealed class KeyRouter(LayerStack layers, Later later, IConditions conditions, Action<KeyBinding> run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private readonly List<KeyPress> _pressed = [];
    private WhichKeyLayer? _shown;

    public KeyMap Map { get; set; } = new([]);

    /// <summary>The bindings that the next key leads to; none where no chord has begun.</summary>
    public IReadOnlyList<KeyBinding> Next { get; private set; } = [];

    public bool IsInChord => _pressed.Count > 0;

    /// <summary>Takes a key.</summary>
    /// <returns>Whether it means something, or ends a chord.</returns>
    public bool OnKey(KeyPress key)
    {
        var wasInChord = IsInChord;
        _pressed.Add(key);
        var answer = Map.Find(_pressed, conditions);
        if (answer.Next.Count > 0)
        {
            Next = answer.Next;
            Wait();
            return true;
        }

        Cancel();
        if (answer.Binding is { } binding)
            run(binding);

        return answer.Binding is not null || wasInChord;
    }

    /// <summary>Leaves a chord that has begun.</summary>
    public void Cancel()
    {
        _pressed.Clear();
        Next = [];
        if (_shown is { } shown)
            layers.Remove(shown);

        _shown = null;
    }

    private void Wait()
    {
        if (_shown is not null)
        {
            Show();
            return;
        }

        var pressed = _pressed.ToArray();
        later.In(Patience, () =>
        {
            if (_shown is null && layers.Top is null && _pressed.SequenceEqual(pressed))
                Show();
        });
    }

    private void Show()
    {
        if (_shown is { } before)
            layers.Remove(before);

        var hints = Next.Where(binding => IsShown(binding)).Select(binding => new KeyHint(
            string.Join(' ', binding.Chord.Presses.Skip(_pressed.Count)), binding.Command!.Id, binding.Command));
        _shown = new WhichKeyLayer(string.Join(' ', _pressed), [.. hints.Select(Title)], OnKey);
        layers.Push(_shown);
    }

    /// <summary>Puts a command's title in place of its id.</summary>
    public required Func<KeyHint, KeyHint> Title { get; init; }

    /// <summary>Whether a key that leads on is worth showing.</summary>
    public Predicate<KeyBinding> IsShown { get; init; } = _ => true;
}
