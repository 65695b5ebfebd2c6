namespace PluginHost.Terminal;

/// <summary>What the sequences mean that terminals send. Null for what is not known.</summary>
internal static class Sequences
{
    private const int ModifyOtherKeys = 27;
    private const int MenuKey = 29;

    /// <summary>A control sequence.</summary>
    /// <param name="body">What stands between <c>ESC [</c> and the final byte.</param>
    /// <param name="final">The final byte.</param>
    /// <param name="isProbing">Whether answers are awaited.</param>
    public static InputEvent? Csi(ReadOnlySpan<byte> body, byte final, bool isProbing)
    {
        if (!body.IsEmpty && body[0] == '<')
            return MouseSequence.Read(body[1..], final);

        if (!body.IsEmpty && body[0] is (byte)'?' or (byte)'>' or (byte)'=')
            return isProbing ? Reply(body, final) : null;

        if (!Parameters.TryRead(body, out var parameters))
            return null;

        return final switch
        {
            (byte)'u' => KittySequence.Read(parameters),
            (byte)'~' => Numbered(parameters),
            (byte)'I' when body.IsEmpty => new FocusInput(true),
            (byte)'O' when body.IsEmpty => new FocusInput(false),
            (byte)'Z' => KeyOf(Key.Tab, parameters) is { } tab ? tab with { Modifiers = tab.Modifiers | Modifiers.Shift } : null,
            (byte)'R' when isProbing && parameters.Count == 2 => new ReplyInput(ReplyKind.CursorPosition, parameters[0], parameters[1], ""),
            _ => Lettered(final) is { } key ? KeyOf(key, parameters) : null,
        };
    }

    /// <summary>A key of the application keypad.</summary>
    /// <param name="body">Modifiers, where the terminal sends them.</param>
    /// <param name="final">The final byte.</param>
    public static KeyInput? Ss3(ReadOnlySpan<byte> body, byte final)
    {
        if (!Parameters.TryRead(body, out var parameters))
            return null;

        if (final == 'M')
            return new KeyInput(Key.Enter, "", Modifiers.None);

        // The keypad's digits and signs.
        if (final is >= (byte)'j' and <= (byte)'y')
            return new KeyInput(Key.Character, ((char)(final - 0x40)).ToString(), Modifiers.None);

        return Lettered(final) is not { } key ? null
            : parameters.Count == 1 ? Pressed(key, parameters[0], 1)
            : KeyOf(key, parameters);
    }

    /// <summary>The Linux console's F1 to F5.</summary>
    /// <param name="final">The final byte.</param>
    public static KeyInput? Console(byte final) =>
        final is >= (byte)'A' and <= (byte)'E' ? new KeyInput(Key.F1 + (final - 'A'), "", Modifiers.None) : null;

    /// <summary>A key with the modifiers and the event of the protocols: 1 is none of them, and pressed.</summary>
    public static KeyInput? Pressed(Key key, int modifiers, int action) => action is < 0 or > 3 ? null : new KeyInput(key, "", Held(modifiers))
    {
        IsRepeat = action == 2,
        IsRelease = action == 3,
    };

    public static Modifiers Held(int parameter)
    {
        var bits = Math.Max(parameter, 1) - 1;
        var held = (Modifiers)(bits & 15);

        // The meta of old keyboards is what alt is today.
        return (bits & 32) != 0 ? held | Modifiers.Alt : held;
    }

    private static KeyInput? KeyOf(Key key, Parameters parameters) => Pressed(key, parameters[1], parameters.Sub(1));

    private static Key? Lettered(byte final) => final switch
    {
        (byte)'A' => Key.Up,
        (byte)'B' => Key.Down,
        (byte)'C' => Key.Right,
        (byte)'D' => Key.Left,
        (byte)'H' => Key.Home,
        (byte)'F' => Key.End,
        (byte)'P' => Key.F1,
        (byte)'Q' => Key.F2,
        (byte)'R' => Key.F3,
        (byte)'S' => Key.F4,
        _ => null,
    };

    private static KeyInput? Numbered(Parameters parameters) => parameters[0] switch
    {
        1 or 7 => KeyOf(Key.Home, parameters),
        2 => KeyOf(Key.Insert, parameters),
        3 => KeyOf(Key.Delete, parameters),
        4 or 8 => KeyOf(Key.End, parameters),
        5 => KeyOf(Key.PageUp, parameters),
        6 => KeyOf(Key.PageDown, parameters),
        >= 11 and <= 15 and var code => KeyOf(Key.F1 + (code - 11), parameters),
        >= 17 and <= 21 and var code => KeyOf(Key.F6 + (code - 17), parameters),
        >= 23 and <= 24 and var code => KeyOf(Key.F11 + (code - 23), parameters),
        ModifyOtherKeys when parameters.Count == 3 => KittySequence.Key(parameters[2], Held(parameters[1]), 1),
        MenuKey => KeyOf(Key.Menu, parameters),
        _ => null,
    };

    private static ReplyInput? Reply(ReadOnlySpan<byte> body, byte final)
    {
        var isMode = final == 'y' && body[^1] == '$';
        if (body[0] != '?' || !Parameters.TryRead(isMode ? body[1..^1] : body[1..], out var parameters))
            return null;

        return final switch
        {
            (byte)'c' => new ReplyInput(ReplyKind.Fence, 0, 0, ""),
            (byte)'u' => new ReplyInput(ReplyKind.KittyFlags, parameters[0], 0, ""),
            (byte)'y' when isMode => new ReplyInput(ReplyKind.Mode, parameters[0], parameters[1], ""),
            _ => null,
        };
    }
}
