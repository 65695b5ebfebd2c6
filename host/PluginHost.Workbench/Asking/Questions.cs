using PluginHost.Workbench.Layers;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>
/// The questions of guests, in the order in which they were asked. One comes up by itself where that takes no keys from what the person is doing; else
/// it waits, is told, and comes up when the person asks for it.
/// </summary>
internal sealed class Questions(LayerStack layers, IRenderer renderer, Func<bool> isBusy, Action<string> announce)
{
    private readonly List<Question> _waiting = [];
    private Question? _open;
    private Layer? _layer;

    /// <summary>Called when another number of questions waits.</summary>
    public Action? Changed { get; init; }

    /// <summary>The clock that patience with a person goes by.</summary>
    public required TimeProvider Clock { get; init; }

    public int Count => _waiting.Count + (_open is null ? 0 : 1);

    /// <summary>Puts a text where the person can paste it from.</summary>
    public void Copy(string text) => renderer.Copy(text);

    /// <summary>Asks, from any thread.</summary>
    public void Ask(Question question) => Do(() =>
    {
        _waiting.Add(question);
        if (_open is not null || isBusy() || layers.Top is not null)
            announce(question.Text);
        else
            ShowNext();

        Changed?.Invoke();
    });

    /// <summary>Takes a question back, from any thread: nobody wants the answer any more.</summary>
    public void TakeBack(Question question) => Do(() =>
    {
        _waiting.Remove(question);
        if (_open == question && _layer is { } layer)
            Close(layer);

        Changed?.Invoke();
    });

    /// <summary>Shows the next question, where one waits.</summary>
    public void ShowNext()
    {
        if (_open is not null || _waiting.Count == 0)
            return;

        _open = _waiting[0];
        _waiting.RemoveAt(0);
        Layer? made = null;
        made = _layer = _open.Make(() => Close(made!));
        layers.Push(made);
    }

    /// <summary>A layer has gone: the next question may come up.</summary>
    public void OnUncovered()
    {
        if (layers.Top is null && !isBusy())
            ShowNext();
    }

    /// <summary>Answers all of them as if the person had pressed Esc: the screen is left.</summary>
    public void GiveUp()
    {
        _open?.GiveUp();
        _waiting.ForEach(question => question.GiveUp());
        _waiting.Clear();
    }

    private void Close(Layer layer)
    {
        (_open, _layer) = (null, null);
        Changed?.Invoke();
        layers.Remove(layer);
        OnUncovered();
    }

    private void Do(Action work)
    {
        renderer.Post(work);
        renderer.Invalidate();
    }
}
