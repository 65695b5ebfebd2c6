namespace PluginHost.Workbench.Keys;

/// <summary>How keys are called, in <c>plugins.yaml</c> and on screen.</summary>
internal static class KeyNames
{
    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["enter"] = "Enter",
        ["tab"] = "Tab",
        ["backspace"] = "Backspace",
        ["esc"] = "Esc",
        ["space"] = "Space",
        ["up"] = "↑",
        ["down"] = "↓",
        ["left"] = "←",
        ["right"] = "→",
        ["home"] = "Home",
        ["end"] = "End",
        ["pageup"] = "PgUp",
        ["pagedown"] = "PgDn",
        ["insert"] = "Ins",
        ["delete"] = "Del",
        ["menu"] = "Menu",
        ["f1"] = "F1",
        ["f2"] = "F2",
        ["f3"] = "F3",
        ["f4"] = "F4",
        ["f5"] = "F5",
        ["f6"] = "F6",
        ["f7"] = "F7",
        ["f8"] = "F8",
        ["f9"] = "F9",
        ["f10"] = "F10",
        ["f11"] = "F11",
        ["f12"] = "F12",
    };

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["escape"] = "esc",
        ["return"] = "enter",
        ["pgup"] = "pageup",
        ["pgdn"] = "pagedown",
        ["del"] = "delete",
        ["ins"] = "insert",
        ["plus"] = "+",
    };

    /// <summary>Every key with a name.</summary>
    public static IEnumerable<string> Named => Shown.Keys;

    /// <summary>The key that a word names; null where it names none.</summary>
    public static string? Find(string word)
    {
        if (Others.TryGetValue(word, out var key))
            return key;

        return Shown.ContainsKey(word) || IsOneCharacter(word) ? word : null;
    }

    public static string Write(KeyPress press)
    {
        var key = Shown.GetValueOrDefault(press.Key) ?? (press.Modifiers == KeyModifiers.None ? press.Key : press.Key.ToUpperInvariant());
        if (press.Modifiers == KeyModifiers.None)
            return key;

        // A letter typed with shift alone is written as it looks.
        if (press.Modifiers == KeyModifiers.Shift && !Shown.ContainsKey(press.Key))
            return key;

        return (press.Modifiers.HasFlag(KeyModifiers.Ctrl) ? "Ctrl+" : "")
            + (press.Modifiers.HasFlag(KeyModifiers.Alt) ? "Alt+" : "")
            + (press.Modifiers.HasFlag(KeyModifiers.Shift) ? "Shift+" : "")
            + key;
    }

    private static bool IsOneCharacter(string word) =>
        word.Length > 0 && !char.IsControl(word[0]) && word[0] != ' ' && new System.Globalization.StringInfo(word).LengthInTextElements == 1;
}
