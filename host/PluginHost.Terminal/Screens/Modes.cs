namespace PluginHost.Terminal;

/// <summary>
/// What a terminal is told when it is taken over and given back. Entering: the alternate screen first, since the kitty flags belong to a screen; text in
/// visual order (mode 8 off), wrapping off. Leaving goes the other way round.
/// </summary>
internal static class Modes
{
    public static ReadOnlySpan<byte> Enter(TerminalOptions options) => options switch
    {
        { UseMouse: true, FollowMouse: true } => "\e[?1049h\e[?25l\e[?1000h\e[?1003h\e[?1006h\e[?2004h\e[?1004h\e[>3u\e[8l\e[?2027h\e[?7l\e[m\e[2J"u8,
        { UseMouse: true } => "\e[?1049h\e[?25l\e[?1000h\e[?1002h\e[?1006h\e[?2004h\e[?1004h\e[>3u\e[8l\e[?2027h\e[?7l\e[m\e[2J"u8,
        _ => "\e[?1049h\e[?25l\e[?2004h\e[?1004h\e[>3u\e[8l\e[?2027h\e[?7l\e[m\e[2J"u8,
    };

    public static ReadOnlySpan<byte> Leave(TerminalOptions options) => options switch
    {
        { UseMouse: true, FollowMouse: true } =>
            "\e[?2026l\e]8;;\e\\\e[m\e[0 q\e[?7h\e[?2027l\e[8h\e[<u\e[?1004l\e[?2004l\e[?1006l\e[?1003l\e[?1000l\e[?25h\e[?1049l\e[m"u8,
        { UseMouse: true } => "\e[?2026l\e]8;;\e\\\e[m\e[0 q\e[?7h\e[?2027l\e[8h\e[<u\e[?1004l\e[?2004l\e[?1006l\e[?1002l\e[?1000l\e[?25h\e[?1049l\e[m"u8,
        _ => "\e[?2026l\e]8;;\e\\\e[m\e[0 q\e[?7h\e[?2027l\e[8h\e[<u\e[?1004l\e[?2004l\e[?25h\e[?1049l\e[m"u8,
    };
}
