namespace PluginHost.Terminal;

/// <summary>The 256 colours of a terminal, as xterm has them, and the nearest of them to any other.</summary>
internal static class Palette
{
    private const int ThemeColors = 16;
    private const int FirstGray = 232;

    private static ReadOnlySpan<byte> Steps => [0, 95, 135, 175, 215, 255];

    private static ReadOnlySpan<byte> Theme =>
    [
        0, 0, 0, 205, 0, 0, 0, 205, 0, 205, 205, 0, 0, 0, 238, 205, 0, 205, 0, 205, 205, 229, 229, 229,
        127, 127, 127, 255, 0, 0, 0, 255, 0, 255, 255, 0, 92, 92, 255, 255, 0, 255, 0, 255, 255, 255, 255, 255,
    ];

    /// <summary>What a colour of the 256 looks like; the first 16 are the theme's, and only guessed.</summary>
    public static Color Rgb(byte index)
    {
        if (index < ThemeColors)
            return Color.Rgb(Theme[index * 3], Theme[(index * 3) + 1], Theme[(index * 3) + 2]);

        if (index >= FirstGray)
        {
            var gray = (byte)(8 + ((index - FirstGray) * 10));
            return Color.Rgb(gray, gray, gray);
        }

        var place = index - ThemeColors;
        return Color.Rgb(Steps[place / 36], Steps[place / 6 % 6], Steps[place % 6]);
    }

    /// <summary>The nearest of the 240 colours that no theme changes.</summary>
    public static byte NearestOf256(Color color)
    {
        var (red, green, blue) = (Step(color.Red), Step(color.Green), Step(color.Blue));
        var cube = (byte)(ThemeColors + (red * 36) + (green * 6) + blue);
        var average = (color.Red + color.Green + color.Blue) / 3;
        var gray = (byte)(FirstGray + Math.Clamp((average - 3) / 10, 0, 23));
        return Distance(color, Rgb(gray)) < Distance(color, Rgb(cube)) ? gray : cube;
    }

    /// <summary>The nearest of the theme's 16.</summary>
    public static byte NearestOf16(Color color)
    {
        byte nearest = 0;
        for (byte i = 1; i < ThemeColors; i++)
        {
            if (Distance(color, Rgb(i)) < Distance(color, Rgb(nearest)))
                nearest = i;
        }

        return nearest;
    }

    private static int Step(byte part) => part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40;

    // Weighted by how bright the red is, which comes near to what an eye sees, and needs no roots.
    private static int Distance(Color one, Color other)
    {
        var red = one.Red - other.Red;
        var green = one.Green - other.Green;
        var blue = one.Blue - other.Blue;
        var mean = (one.Red + other.Red) / 2;
        return (((512 + mean) * red * red) >> 8) + (4 * green * green) + (((767 - mean) * blue * blue) >> 8);
    }
}
