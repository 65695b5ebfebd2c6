using System.Text;

namespace PluginHost.Terminal;

/// <summary>What single bytes have meant since there are terminals.</summary>
internal static class Legacy
{
    /// <summary>The key of a byte below 0x80.</summary>
    public static KeyInput Key(byte code, Modifiers modifiers) => code switch
    {
        0x00 => Character(' ', modifiers | Modifiers.Control),
        0x08 => new KeyInput(Terminal.Key.Backspace, "", modifiers | Modifiers.Control),
        0x09 => new KeyInput(Terminal.Key.Tab, "", modifiers),
        0x0D => new KeyInput(Terminal.Key.Enter, "", modifiers),
        0x1B => new KeyInput(Terminal.Key.Escape, "", modifiers),
        <= 0x1A => Character((char)(code + 'a' - 1), modifiers | Modifiers.Control),
        <= 0x1F => Character((char)(code + 0x40), modifiers | Modifiers.Control),
        0x7F => new KeyInput(Terminal.Key.Backspace, "", modifiers),
        _ => Character((char)code, modifiers),
    };

    /// <summary>A character with alt: in lower case, and shift told apart.</summary>
    public static KeyInput Alt(Rune rune)
    {
        var isUpper = Rune.IsUpper(rune);
        var plain = isUpper ? Rune.ToLowerInvariant(rune) : rune;
        return new KeyInput(Terminal.Key.Character, plain.ToString(), isUpper ? Modifiers.Alt | Modifiers.Shift : Modifiers.Alt);
    }

    private static KeyInput Character(char character, Modifiers modifiers) => new(Terminal.Key.Character, character.ToString(), modifiers);
}
