namespace PluginHost.Terminal;

/// <summary>The mouse in the SGR form: <c>CSI &lt; buttons ; column ; row M</c>, with <c>m</c> for a release.</summary>
internal static class MouseSequence
{
    private const int Shift = 4;
    private const int Alt = 8;
    private const int Control = 16;
    private const int Motion = 32;
    private const int Wheel = 64;
    private const int Others = 128;
    private const int Farthest = 32767;

    public static MouseInput? Read(ReadOnlySpan<byte> body, byte final)
    {
        if (final is not ((byte)'M' or (byte)'m') || !Parameters.TryRead(body, out var parameters) || parameters.Count != 3)
            return null;

        var bits = parameters[0];
        if (ButtonOf(bits) is not { } button || parameters[1] is < 1 or > Farthest || parameters[2] is < 1 or > Farthest)
            return null;

        var action = (bits & Motion) != 0 ? MouseAction.Move : final == 'm' ? MouseAction.Release : MouseAction.Press;
        return new MouseInput(parameters[1] - 1, parameters[2] - 1, button, action, Held(bits));
    }

    private static MouseButton? ButtonOf(int bits) => (bits & (Wheel | Others)) switch
    {
        0 => (bits & 3) switch { 0 => MouseButton.Left, 1 => MouseButton.Middle, 2 => MouseButton.Right, _ => MouseButton.None },
        Wheel => (bits & 3) switch { 0 => MouseButton.WheelUp, 1 => MouseButton.WheelDown, _ => null },
        _ => null,
    };

    private static Modifiers Held(int bits)
    {
        var held = (bits & Shift) != 0 ? Modifiers.Shift : Modifiers.None;
        if ((bits & Alt) != 0)
            held |= Modifiers.Alt;

        return (bits & Control) != 0 ? held | Modifiers.Control : held;
    }
}
