namespace PluginHost.Workbench.Keys;

/// <summary>One key, pressed once.</summary>
/// <param name="Key">
/// A letter in lower case, another character as it is typed, or a name: <c>enter tab backspace esc space up down left right home end pageup pagedown
/// insert delete menu f1 … f12</c>.
/// </param>
/// <param name="Modifiers">What is held down with it.</param>
public readonly record struct KeyPress(string Key, KeyModifiers Modifiers)
{
    /// <summary>A key with nothing held down.</summary>
    /// <param name="key">The key.</param>
    public KeyPress(string key)
        : this(key, KeyModifiers.None)
    {
    }

    /// <summary>The key of a character: the letter in lower case with its shift, any other character without.</summary>
    /// <param name="character">The character, as it was typed.</param>
    /// <param name="modifiers">What was held down.</param>
    public static KeyPress Typed(string character, KeyModifiers modifiers)
    {
        if (character == " ")
            return new KeyPress("space", modifiers);

        var lower = character.ToLowerInvariant();
        if (character.Length == 0 || !char.IsLetter(character, 0))
            return new KeyPress(character, modifiers & ~KeyModifiers.Shift);

        return new KeyPress(lower, lower == character ? modifiers : modifiers | KeyModifiers.Shift);
    }

    /// <summary>The key as people read it: <c>Ctrl+Shift+P</c>.</summary>
    public override string ToString() => KeyNames.Write(this);
}
