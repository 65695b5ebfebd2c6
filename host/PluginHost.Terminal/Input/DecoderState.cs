namespace PluginHost.Terminal;

/// <summary>Where the decoder is between two bytes.</summary>
internal enum DecoderState
{
    Ground,

    /// <summary>After an escape.</summary>
    Escape,

    /// <summary>In a control sequence: <c>ESC [</c>.</summary>
    Csi,

    /// <summary>In a mouse's sequence that went wrong: skipped to its end.</summary>
    BrokenMouse,

    /// <summary>In a key of the application keypad: <c>ESC O</c>.</summary>
    Ss3,

    /// <summary>After <c>ESC [ [</c>, with which the Linux console begins F1 to F5.</summary>
    Console,

    /// <summary>In a string: OSC, DCS, APC, PM, SOS.</summary>
    String,

    /// <summary>After an escape in a string.</summary>
    StringEscape,

    /// <summary>Within the bytes of a rune.</summary>
    Rune,

    /// <summary>Bytes follow that mean nothing here.</summary>
    Skip,

    /// <summary>In pasted text.</summary>
    Paste,
}
