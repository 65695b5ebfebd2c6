namespace PluginHost.Workbench.Telling;

/// <summary>What can be taken back, the newest first: something was destroyed, and somebody knows how to bring it back.</summary>
internal sealed class UndoStack
{
    private const int Kept = 100;
    private readonly List<UndoStep> _steps = [];

    /// <summary>What would be taken back next; null: nothing.</summary>
    public UndoStep? Next => _steps.Count == 0 ? null : _steps[^1];

    public void Add(UndoStep step)
    {
        if (_steps.Count == Kept)
            _steps.RemoveAt(0);

        _steps.Add(step);
    }

    /// <summary>Takes a step from the stack, to take it back.</summary>
    /// <param name="id">Which one; null: the newest.</param>
    public UndoStep? Take(string? id)
    {
        var at = id is null ? _steps.Count - 1 : _steps.FindIndex(step => step.Id == id);
        if (at < 0)
            return null;

        var step = _steps[at];
        _steps.RemoveAt(at);
        return step;
    }
}
