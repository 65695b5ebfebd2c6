using PluginHost.Sdk;

namespace PluginHost.Workbench.Keys;

/// <summary>Keys pressed one after the other, mostly one: <c>ctrl+k n</c>.</summary>
internal sealed class KeyChord : IEquatable<KeyChord>
{
    private KeyChord(IReadOnlyList<KeyPress> presses) => Presses = presses;

    public IReadOnlyList<KeyPress> Presses { get; }

    /// <summary>Reads a chord as it is written in <c>plugins.yaml</c> and in attributes, in any case.</summary>
    /// <param name="text">The chord.</param>
    /// <param name="problem">What is wrong with it; empty where nothing is.</param>
    public static KeyChord? TryParse(string text, out string problem)
    {
        problem = "";
        var presses = new List<KeyPress>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadPress(word, out problem) is not { } press)
                return null;

            presses.Add(press);
        }

        if (presses.Count > 0)
            return new KeyChord(presses);

        problem = Texts.KeyEmpty;
        return null;
    }

    /// <summary>Whether these keys are the first ones of it, or all.</summary>
    public bool StartsWith(IReadOnlyList<KeyPress> pressed)
    {
        if (pressed.Count > Presses.Count)
            return false;

        for (var index = 0; index < pressed.Count; index++)
        {
            if (pressed[index] != Presses[index])
                return false;
        }

        return true;
    }

    public bool Equals(KeyChord? other) => other is not null && other.Presses.Count == Presses.Count && StartsWith(other.Presses);

    public override bool Equals(object? obj) => Equals(obj as KeyChord);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var press in Presses)
            hash.Add(press);

        return hash.ToHashCode();
    }

    /// <summary>The chord as people read it: <c>Ctrl+K N</c>.</summary>
    public override string ToString() => Presses.Count == 1 ? Presses[0].ToString() : string.Join(' ', Presses);

    private static KeyPress? ReadPress(string word, out string problem)
    {
        problem = "";
        var modifiers = KeyModifiers.None;
        var rest = word.ToLowerInvariant();

        // A plus behind a modifier ends it; one at the end is the key itself.
        for (var plus = rest.IndexOf('+', StringComparison.Ordinal); plus > 0 && plus < rest.Length - 1; plus = rest.IndexOf('+', StringComparison.Ordinal))
        {
            if (ModifierOf(rest[..plus]) is not { } modifier)
            {
                problem = Texts.Fill(Texts.KeyModifierUnknown, rest[..plus], word);
                return null;
            }

            modifiers |= modifier;
            rest = rest[(plus + 1)..];
        }

        if (KeyNames.Find(rest) is not { } key)
        {
            problem = Texts.Fill(Texts.KeyUnknown, rest, Nearest.Hint(rest, KeyNames.Named));
            return null;
        }

        var isLetter = key.Length > 1 || char.IsLetter(key[0]);
        return new KeyPress(key, isLetter ? modifiers : modifiers & ~KeyModifiers.Shift);
    }

    private static KeyModifiers? ModifierOf(string word) => word switch
    {
        "ctrl" or "control" => KeyModifiers.Ctrl,
        "alt" or "meta" or "option" => KeyModifiers.Alt,
        "shift" => KeyModifiers.Shift,
        _ => null,
    };
}
