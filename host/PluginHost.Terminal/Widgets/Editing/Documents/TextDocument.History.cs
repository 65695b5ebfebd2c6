namespace PluginHost.Terminal;

public sealed partial class TextDocument
{
    private const int MostSteps = 1000;

    private readonly List<EditStep> _done = [];
    private readonly List<EditStep> _undone = [];
    private EditStep? _saved;
    private bool _hasLostSaved;

    /// <summary>Whether there is a change to take back.</summary>
    public bool CanUndo => _done.Count > 0;

    /// <summary>Whether there is a change to make again.</summary>
    public bool CanRedo => _undone.Count > 0;

    /// <summary>Whether it differs from what was saved, or from what it began with.</summary>
    public bool IsChanged => _hasLostSaved || _done.LastOrDefault() != _saved;

    /// <summary>Takes it as saved.</summary>
    public void MarkSaved() => (_saved, _hasLostSaved) = (_done.LastOrDefault(), false);

    /// <summary>Puts a text in place of a part, as one step to undo.</summary>
    /// <param name="range">The part; what lies outside the document is left out.</param>
    /// <param name="text">The text.</param>
    /// <returns>What was done.</returns>
    public TextEdit Replace(TextRange range, string text) => Replace(range, text, false, []);

    /// <summary>Takes back the last step.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo() => TryUndo(out _);

    /// <summary>Makes the step again that was taken back last.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Redo() => TryRedo(out _);

    /// <summary>Puts a text in place of a part.</summary>
    /// <param name="range">The part.</param>
    /// <param name="text">The text.</param>
    /// <param name="joins">Whether it belongs to the last step.</param>
    /// <param name="before">Where the carets stood; kept where a step begins.</param>
    internal TextEdit Replace(TextRange range, string text, bool joins, IReadOnlyList<Caret> before)
    {
        var step = joins && _done.Count > 0 && _undone.Count == 0 && _done[^1] != _saved ? _done[^1] : Begin(before);
        var edit = Apply(TextRange.Between(Nearest(range.Start), Nearest(range.End)), LineReader.Normal(text));
        step.Edits.Add(edit);
        return edit;
    }

    /// <summary>Tells where the carets stand after the last step, for whoever makes it again.</summary>
    internal void Keep(IReadOnlyList<Caret> after)
    {
        if (_done.Count > 0)
            _done[^1].After = after;
    }

    internal bool TryUndo(out IReadOnlyList<Caret> carets)
    {
        carets = [];
        if (!CanUndo)
            return false;

        var step = Take(_done);
        _undone.Add(step);
        for (var i = step.Edits.Count - 1; i >= 0; i--)
            Apply(step.Edits[i].Inverse);

        carets = step.Before;
        return true;
    }

    internal bool TryRedo(out IReadOnlyList<Caret> carets)
    {
        carets = [];
        if (!CanRedo)
            return false;

        var step = Take(_undone);
        _done.Add(step);
        foreach (var edit in step.Edits)
            Apply(edit);

        carets = step.After;
        return true;
    }

    private EditStep Begin(IReadOnlyList<Caret> before)
    {
        // What was saved can no longer be reached.
        _hasLostSaved |= _saved is not null && _undone.Contains(_saved);
        _undone.Clear();
        if (_done.Count == MostSteps)
        {
            _hasLostSaved |= _saved is null || _saved == _done[0];
            _done.RemoveAt(0);
        }

        var step = new EditStep { Before = before };
        _done.Add(step);
        return step;
    }

    private static EditStep Take(List<EditStep> steps)
    {
        var step = steps[^1];
        steps.RemoveAt(steps.Count - 1);
        return step;
    }
}
