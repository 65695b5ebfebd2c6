using PluginHost.Terminal;

namespace PluginHost.Screen;

internal sealed partial class WorkbenchScreen
{
    private bool OnFirstKey(KeyInput key) => !BelongsToText(key) && ToWorkbench(key);

    private bool OnUnusedKey(KeyInput key) => BelongsToText(key) && ToWorkbench(key);

    private bool ToWorkbench(KeyInput key) => Desk.Model.OnKey(Keyboard.PressOf(key), Keyboard.TextOf(key));

    // Where a text is written or read, what has no control or alt with it is for the text: letters, the caret's keys, Enter, and Esc for what hangs from the caret.
    private bool BelongsToText(KeyInput key) =>
        Desk.Model.Layers.Count == 0
        && Widgets.Focused is Editor or TextInput or Page
        && (key.Modifiers & (Modifiers.Control | Modifiers.Alt)) == 0
        && key.Key is not (>= Key.F1 and <= Key.F12);
}
