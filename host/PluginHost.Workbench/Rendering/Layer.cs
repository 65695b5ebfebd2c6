using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>Something that lies over the rest and takes the keys until it is gone. Esc peels it off.</summary>
public abstract class Layer
{
    private protected Layer(string title) => Title = title;

    /// <summary>What it asks or shows, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>What can be pressed in it.</summary>
    internal virtual IReadOnlyList<KeyHint> Hints => [];

    /// <summary>Takes a key. A layer that leaves it lets it go: nothing under a layer gets keys.</summary>
    /// <returns>Whether it took the key.</returns>
    internal abstract bool OnKey(KeyPress key, string text);

    /// <summary>Takes a pasted text.</summary>
    internal virtual void OnPaste(string text)
    {
    }

    /// <summary>Called once it has been peeled off unanswered, or taken back.</summary>
    internal virtual void OnPeeled()
    {
    }
}
