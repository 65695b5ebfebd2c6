using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Layers;

/// <summary>What lies over the rest, from the bottom up.</summary>
internal sealed class LayerStack
{
    private readonly List<Layer> _layers = [];

    /// <summary>Called when a layer has gone.</summary>
    public Action? Uncovered { get; set; }

    public IReadOnlyList<Layer> All => _layers;

    public Layer? Top => _layers.Count == 0 ? null : _layers[^1];

    public void Push(Layer layer) => _layers.Add(layer);

    /// <summary>Takes a layer away that has done its work.</summary>
    public void Remove(Layer layer)
    {
        if (_layers.Remove(layer))
            Uncovered?.Invoke();
    }

    /// <summary>Peels the topmost layer off, unanswered.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Peel()
    {
        if (Top is not { } top)
            return false;

        _layers.RemoveAt(_layers.Count - 1);
        top.OnPeeled();
        Uncovered?.Invoke();
        return true;
    }
}
