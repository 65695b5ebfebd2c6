namespace PluginHost.Terminal.Tests.Screens;

/// <summary>Applies SGR.</summary>
internal static class VirtualPen
{
    public static Style Apply(Style pen, string body)
    {
        var codes = new Queue<string>(body.Split(';'));
        while (codes.TryDequeue(out var code))
            pen = Apply(pen, code, codes);

        return pen;
    }

    private static Style Apply(Style pen, string code, Queue<string> rest)
    {
        if (code == "4:3")
            return pen with { Attributes = (pen.Attributes & ~Attributes.Underline) | Attributes.Squiggle };

        var number = code.Length == 0 ? 0 : int.Parse(code);
        return number switch
        {
            0 => default,
            1 => pen with { Attributes = pen.Attributes | Attributes.Bold },
            2 => pen with { Attributes = pen.Attributes | Attributes.Dim },
            3 => pen with { Attributes = pen.Attributes | Attributes.Italic },
            4 => pen with { Attributes = (pen.Attributes & ~Attributes.Squiggle) | Attributes.Underline },
            7 => pen with { Attributes = pen.Attributes | Attributes.Reverse },
            9 => pen with { Attributes = pen.Attributes | Attributes.Strike },
            22 => pen with { Attributes = pen.Attributes & ~(Attributes.Bold | Attributes.Dim) },
            23 => pen with { Attributes = pen.Attributes & ~Attributes.Italic },
            24 => pen with { Attributes = pen.Attributes & ~(Attributes.Underline | Attributes.Squiggle) },
            27 => pen with { Attributes = pen.Attributes & ~Attributes.Reverse },
            29 => pen with { Attributes = pen.Attributes & ~Attributes.Strike },
            >= 30 and <= 37 => pen with { Foreground = Color.Indexed((byte)(number - 30)) },
            38 => pen with { Foreground = Long(rest) },
            39 => pen with { Foreground = Color.Default },
            >= 40 and <= 47 => pen with { Background = Color.Indexed((byte)(number - 40)) },
            48 => pen with { Background = Long(rest) },
            49 => pen with { Background = Color.Default },
            >= 90 and <= 97 => pen with { Foreground = Color.Indexed((byte)(number - 82)) },
            >= 100 and <= 107 => pen with { Background = Color.Indexed((byte)(number - 92)) },
            _ => throw new InvalidOperationException($"The terminal does not know SGR {code}."),
        };
    }

    private static Color Long(Queue<string> rest) => rest.Dequeue() == "5"
        ? Color.Indexed(byte.Parse(rest.Dequeue()))
        : Color.Rgb(byte.Parse(rest.Dequeue()), byte.Parse(rest.Dequeue()), byte.Parse(rest.Dequeue()));
}
