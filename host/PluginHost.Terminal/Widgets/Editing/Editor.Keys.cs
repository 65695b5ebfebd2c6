namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private const Modifiers Commands = Modifiers.Control | Modifiers.Alt | Modifiers.Super;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (OnSearchKey(key))
            return true;

        // A key that the bar did not want is not meant for the text either.
        if (!IsFocused)
            return false;

        if (OnCompletionKey(key) || OnProblemKey(key) || OnMoveKey(key) || OnLineKey(key))
            return true;

        return key.Key == Key.Character ? OnCharacter(key) : OnEditKey(key);
    }

    /// <inheritdoc/>
    public override bool OnPaste(string text)
    {
        if (!IsFocused)
            return false;

        Paste(text);
        return true;
    }

    private bool OnCharacter(KeyInput key)
    {
        if ((key.Modifiers & Commands) == 0)
        {
            if (key.Text.Length > 0)
                Type(key.Text);

            return key.Text.Length > 0;
        }

        return (key.Modifiers & ~Modifiers.Shift) switch
        {
            Modifiers.Control => OnControl(key.Text, key.Modifiers.HasFlag(Modifiers.Shift)),
            Modifiers.Alt when key.Text == "z" => Do(() => WrapsLines = !WrapsLines),
            _ => false,
        };
    }

    private bool OnControl(string letter, bool isShifted) => letter switch
    {
        "a" => Do(SelectAll),
        "c" => Do(Copy),
        "x" => Do(Cut),
        "v" when Screen is { Copied.Length: > 0 } screen => Do(() => Paste(screen.Copied)),
        "z" when !isShifted => Do(Undo),
        "z" or "y" => Do(Redo),
        "d" => Do(SelectNextLike),
        // A terminal without the kitty protocol sends the one for the other.
        "/" or "_" => Do(ToggleComment),
        _ => false,
    };

    private bool OnEditKey(KeyInput key)
    {
        var (byWord, isShifted) = (key.Modifiers.HasFlag(Modifiers.Control), key.Modifiers.HasFlag(Modifiers.Shift));
        if ((key.Modifiers & (Modifiers.Alt | Modifiers.Super)) != 0)
            return false;

        switch (key.Key)
        {
            case Key.Enter when !byWord:
                return Do(BreakLine);
            case Key.Backspace or Key.Delete:
                return Do(() => Delete(key.Key == Key.Delete, byWord));
            case Key.Tab when TakesTab && !byWord && !IsReadOnly:
                return Do(isShifted ? Outdent : Indent);
            case Key.Escape when _carets.Count > 1 || _carets.Main.HasSelection:
                return Do(() => Set(_carets.Count > 1 ? _carets.Main : new Caret(Caret)));
            default:
                return false;
        }
    }

    private static bool Do(Action act)
    {
        act();
        return true;
    }
}
