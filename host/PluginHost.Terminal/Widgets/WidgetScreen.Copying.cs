namespace PluginHost.Terminal;

public sealed partial class WidgetScreen
{
    /// <summary>What was copied last on this screen: a terminal's clipboard can be written, but seldom read.</summary>
    public string Copied { get; private set; } = "";

    /// <summary>Copies a text, for this screen and for the terminal's clipboard.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False where it is too long for the terminal: then only this screen has it, and the person is to be told.</returns>
    public bool Copy(string text)
    {
        Copied = text;
        return Frames.CopyToClipboard(text);
    }
}
