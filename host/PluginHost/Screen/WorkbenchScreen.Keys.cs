using PluginHost.Terminal;

namespace PluginHost.Screen;

internal sealed partial class WorkbenchScreen
{
    private bool OnFirstKey(KeyInput key) => !BelongsToText(key) && ToWorkbench(key);

    private bool OnUnusedKey(KeyInput key) => BelongsToText(key) && ToWorkbench(key);

    // The key with the system's own sign on it is the system's.
    private bool ToWorkbench(KeyInput key) =>
        (key.Modifiers & Modifiers.Super) == 0 && Desk.Model.OnKey(Keyboard.PressOf(key), Keyboard.TextOf(key));

    // Where a text is written or read: letters, the caret's keys, Enter, what copies and takes back, and Esc for what hangs from the caret. Not the second key of a
    // chord.
    private bool BelongsToText(KeyInput key) =>
        Desk.Model is { Layers.Count: 0, IsInChord: false }
        && Widgets.Focused is Editor or TextInput or Page
        && (key.Modifiers & Modifiers.Alt) == 0
        && key.Key is not (>= Key.F1 and <= Key.F12)
        && (key.Key != Key.Tab || Widgets.Focused is not Editor { TakesTab: false })
        && ((key.Modifiers & Modifiers.Control) == 0 || IsOfTheCaret(key));

    private static bool IsOfTheCaret(KeyInput key) => key.Key switch
    {
        Key.Character => key.Text is "a" or "c" or "x" or "v" or "y" or "z",
        Key.Left or Key.Right or Key.Up or Key.Down or Key.Home or Key.End or Key.Insert or Key.Backspace or Key.Delete => true,
        _ => false,
    };

    // A text that is pasted goes where a text that is typed would.
    private bool TakePaste(InputEvent input)
    {
        if (input is not PasteInput paste || (Desk.Model.Layers.Count == 0 && Widgets.Focused is Editor or TextInput or Page))
            return false;

        Desk.Model.OnPaste(paste.Text);
        return true;
    }
}
