namespace PluginHost.Terminal;

public sealed partial class TextInput
{
    private const Modifiers Commands = Modifiers.Control | Modifiers.Alt | Modifiers.Super;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        var selects = key.Modifiers.HasFlag(Modifiers.Shift);
        if (key.Key == Key.Character)
            return (key.Modifiers & Commands) == 0 ? Type(key.Text) : key.Modifiers.HasFlag(Modifiers.Control) && OnCommand(key.Text, selects);

        if (key.Modifiers.HasFlag(Modifiers.Alt) || key.Modifiers.HasFlag(Modifiers.Super))
            return false;

        var byWord = key.Modifiers.HasFlag(Modifiers.Control);
        switch (key.Key)
        {
            case Key.Left or Key.Right:
                Move(key.Key == Key.Left ? -1 : 1, byWord, selects);
                return true;
            case Key.Home or Key.End:
                Go(key.Key == Key.Home ? 0 : Text.Length, selects);
                return true;
            case Key.Backspace or Key.Delete:
                Delete(key.Key == Key.Delete, byWord);
                return true;
            case Key.Enter when Entered is not null && key.Modifiers == Modifiers.None:
                Entered(Text);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnPaste(string text)
    {
        Replace(_state.Start, _state.End, OneLine(text.TrimEnd('\n')), EditKind.Other);
        return true;
    }

    private bool Type(string text)
    {
        if (text.Length == 0)
            return false;

        Replace(_state.Start, _state.End, text, EditKind.Typing);
        return true;
    }

    private bool OnCommand(string letter, bool isShifted)
    {
        switch (letter)
        {
            case "a":
                SelectAll();
                return true;
            case "z" when !isShifted:
                Restore(_history.TryUndo(ref _state));
                return true;
            case "z" or "y":
                Restore(_history.TryRedo(ref _state));
                return true;
            case "c" or "x" when _state.HasSelection && !IsSecret:
                Screen?.Copy(_state.Selected);
                if (letter == "x")
                    Replace(_state.Start, _state.End, "", EditKind.Other);

                return true;
            case "v" when Screen is { Copied.Length: > 0 } screen:
                return OnPaste(screen.Copied);
            default:
                return false;
        }
    }

    // To the left or to the right as it is seen, whichever way the text runs.
    private void Move(int step, bool byWord, bool selects)
    {
        var shown = ToShown(_state.Caret);
        var isForward = Rows.IsForward(shown, step);
        if (byWord)
            Go(WordFrom(_state.Caret, isForward), selects);
        else if (_state.HasSelection && !selects)
            Go(isForward ? _state.End : _state.Start, false);
        else
            Go(FromShown(Rows.Beside(shown, step) ?? shown), selects);
    }

    private void Go(int caret, bool selects)
    {
        _run.End();
        _state = _state.At(caret, selects);
    }

    private void Delete(bool isForward, bool byWord)
    {
        var (start, end) = (_state.Start, _state.End);
        var kind = _state.HasSelection || byWord ? EditKind.Other : isForward ? EditKind.Deleting : EditKind.Backspacing;
        if (!_state.HasSelection)
        {
            var other = byWord ? WordFrom(start, isForward) : ClusterFrom(start, isForward);
            (start, end) = (Math.Min(start, other), Math.Max(start, other));
        }

        Replace(start, end, "", kind);
    }

    private int ClusterFrom(int index, bool isForward) => isForward ? ClusterStarts.After(Text, index) : ClusterStarts.Before(Text, index);

    // Of a secret, not even the words are told.
    private int WordFrom(int index, bool isForward) => (isForward, IsSecret) switch
    {
        (true, true) => Text.Length,
        (false, true) => 0,
        (true, false) => WordBounds.Next(Text, index),
        (false, false) => WordBounds.Previous(Text, index),
    };

    private void Replace(int start, int end, string text, EditKind kind)
    {
        if (IsReadOnly || (start == end && text.Length == 0))
            return;

        var continues = Screen is { } screen && _run.Continues(kind, screen.Frames.Clock);
        if (!continues)
            _history.Keep(_state);

        _state = _state.With(start, end, text);
        Changed?.Invoke(Text);
    }

    private void Restore(bool isRestored)
    {
        _run.End();
        if (isRestored)
            Changed?.Invoke(Text);
    }
}
