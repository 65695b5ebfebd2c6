using System.Text;

namespace PluginHost.Terminal;

/// <summary>Keys of the kitty protocol (<c>CSI code ; modifiers : event u</c>), which xterm's <c>modifyOtherKeys</c> shares.</summary>
internal static class KittySequence
{
    private const int FirstPrivate = 57344;
    private const int LastPrivate = 63743;
    private const int Menu = 57363;
    private const int FirstKeypad = 57399;

    private static ReadOnlySpan<byte> KeypadCharacters => "0123456789./*-+"u8;

    private static ReadOnlySpan<Key> KeypadKeys =>
    [
        Terminal.Key.Left, Terminal.Key.Right, Terminal.Key.Up, Terminal.Key.Down, Terminal.Key.PageUp, Terminal.Key.PageDown,
        Terminal.Key.Home, Terminal.Key.End, Terminal.Key.Insert, Terminal.Key.Delete,
    ];

    public static KeyInput? Read(Parameters parameters) =>
        parameters.Count == 0 ? null : Key(parameters[0], Sequences.Held(parameters[1]), parameters.Sub(1));

    public static KeyInput? Key(int code, Modifiers modifiers, int action)
    {
        var key = code switch
        {
            9 => Plain(Terminal.Key.Tab),
            13 => Plain(Terminal.Key.Enter),
            27 => Plain(Terminal.Key.Escape),
            8 or 127 => Plain(Terminal.Key.Backspace),
            Menu => Plain(Terminal.Key.Menu),
            >= FirstPrivate and <= LastPrivate => Keypad(code - FirstKeypad),
            _ => Character(code, modifiers),
        };
        return key is null || action is < 1 or > 3 ? null : key with { Modifiers = modifiers, IsRepeat = action == 2, IsRelease = action == 3 };
    }

    private static KeyInput Plain(Key key) => new(key, "", Modifiers.None);

    private static KeyInput? Keypad(int place) => place switch
    {
        < 0 => null,
        < 15 => new KeyInput(Terminal.Key.Character, ((char)KeypadCharacters[place]).ToString(), Modifiers.None),
        15 => Plain(Terminal.Key.Enter),
        16 => new KeyInput(Terminal.Key.Character, "=", Modifiers.None),
        17 => new KeyInput(Terminal.Key.Character, ",", Modifiers.None),
        < 28 => Plain(KeypadKeys[place - 18]),
        _ => null,
    };

    private static KeyInput? Character(int code, Modifiers modifiers)
    {
        if (!Rune.IsValid(code) || Rune.IsControl(new Rune(code)))
            return null;

        // The code is that of the key without shift; what shift makes of other keys than letters depends on the keyboard, and arrives as text.
        var rune = new Rune(code);
        var isTyped = (modifiers & ~Modifiers.Shift) == Modifiers.None;
        var text = modifiers == Modifiers.Shift ? Rune.ToUpperInvariant(rune) : isTyped ? rune : Rune.ToLowerInvariant(rune);
        return new KeyInput(Terminal.Key.Character, text.ToString(), Modifiers.None);
    }
}
