using PluginHost.Terminal;
using PluginHost.Workbench.Keys;

namespace PluginHost.Screen;

/// <summary>What a terminal calls a key, and what the workbench does.</summary>
internal static class Keyboard
{
    public static KeyPress PressOf(KeyInput input)
    {
        var modifiers = ModifiersOf(input.Modifiers);
        return input.Key == Key.Character ? KeyPress.Typed(input.Text, modifiers) : new KeyPress(NameOf(input.Key), modifiers);
    }

    /// <summary>What a key types; empty where it types nothing.</summary>
    public static string TextOf(KeyInput input) =>
        input.Key == Key.Character && (input.Modifiers & (Modifiers.Control | Modifiers.Alt | Modifiers.Super)) == 0 ? input.Text : "";

    private static KeyModifiers ModifiersOf(Modifiers modifiers)
    {
        var held = KeyModifiers.None;
        held |= modifiers.HasFlag(Modifiers.Control) ? KeyModifiers.Ctrl : KeyModifiers.None;
        held |= modifiers.HasFlag(Modifiers.Alt) ? KeyModifiers.Alt : KeyModifiers.None;
        return modifiers.HasFlag(Modifiers.Shift) ? held | KeyModifiers.Shift : held;
    }

    private static string NameOf(Key key) => key switch
    {
        Key.Enter => "enter",
        Key.Tab => "tab",
        Key.Backspace => "backspace",
        Key.Escape => "esc",
        Key.Up => "up",
        Key.Down => "down",
        Key.Left => "left",
        Key.Right => "right",
        Key.Home => "home",
        Key.End => "end",
        Key.PageUp => "pageup",
        Key.PageDown => "pagedown",
        Key.Insert => "insert",
        Key.Delete => "delete",
        Key.Menu => "menu",
        _ => Function(key),
    };

    private static string Function(Key key) => key is >= Key.F1 and <= Key.F12
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"f{key - Key.F1 + 1}")
        : throw new InvalidOperationException($"The workbench has no name for the key {key}.");
}
