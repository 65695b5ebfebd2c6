namespace PluginHost.Terminal;

/// <summary>A key was pressed, repeated or released.</summary>
/// <param name="Key">Which key. Of a character it is <see cref="Key.Character"/>.</param>
/// <param name="Text">What it types; empty where it types nothing. With control or alt it is the plain character, in lower case.</param>
/// <param name="Modifiers">What was held down.</param>
public sealed record KeyInput(Key Key, string Text, Modifiers Modifiers) : InputEvent
{
    /// <summary>Whether it came up again. Only terminals with the kitty protocol tell.</summary>
    public bool IsRelease { get; init; }

    /// <summary>Whether it is held down. Only terminals with the kitty protocol tell.</summary>
    public bool IsRepeat { get; init; }
}
