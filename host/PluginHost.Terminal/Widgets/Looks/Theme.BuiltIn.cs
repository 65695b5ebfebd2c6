namespace PluginHost.Terminal;

public sealed partial class Theme
{
    /// <summary>Light text on a dark ground.</summary>
    public static Theme Dark { get; } = new("Dark", Look(new ThemeColors
    {
        Text = Color.Rgb(0xd4, 0xd7, 0xdd),
        Ground = Color.Rgb(0x1b, 0x1d, 0x23),
        Dim = Color.Rgb(0x82, 0x88, 0x95),
        Accent = Color.Rgb(0x6c, 0xb6, 0xff),
        Edge = Color.Rgb(0x3a, 0x3f, 0x4b),
        Selection = Color.Rgb(0x2c, 0x4a, 0x6e),
        QuietSelection = Color.Rgb(0x2e, 0x33, 0x3d),
        Layer = Color.Rgb(0x25, 0x28, 0x30),
        Good = Color.Rgb(0x7e, 0xc6, 0x99),
        Warning = Color.Rgb(0xe5, 0xb5, 0x67),
        Bad = Color.Rgb(0xf0, 0x7a, 0x77),
        Second = Color.Rgb(0xc8, 0x9b, 0xf2),
        Third = Color.Rgb(0x6f, 0xd3, 0xd0),
    }), Glyphs.Unicode);

    /// <summary>Dark text on a light ground.</summary>
    public static Theme Light { get; } = new("Light", Look(new ThemeColors
    {
        Text = Color.Rgb(0x24, 0x29, 0x2f),
        Ground = Color.Rgb(0xfb, 0xfb, 0xfc),
        Dim = Color.Rgb(0x6a, 0x73, 0x7d),
        Accent = Color.Rgb(0x05, 0x5f, 0xc4),
        Edge = Color.Rgb(0xc9, 0xce, 0xd6),
        Selection = Color.Rgb(0xb9, 0xd9, 0xfb),
        QuietSelection = Color.Rgb(0xe3, 0xe6, 0xeb),
        Layer = Color.Rgb(0xee, 0xf0, 0xf4),
        Good = Color.Rgb(0x1a, 0x74, 0x3c),
        Warning = Color.Rgb(0x8f, 0x5b, 0x00),
        Bad = Color.Rgb(0xb4, 0x23, 0x23),
        Second = Color.Rgb(0x7a, 0x3e, 0xb1),
        Third = Color.Rgb(0x0b, 0x6e, 0x74),
    }), Glyphs.Unicode);

    /// <summary>Pure colours on black, for eyes that need them.</summary>
    public static Theme HighContrast { get; } = new("High contrast", Look(new ThemeColors
    {
        Text = Color.Rgb(0xff, 0xff, 0xff),
        Ground = Color.Rgb(0x00, 0x00, 0x00),
        Dim = Color.Rgb(0xd0, 0xd0, 0xd0),
        Accent = Color.Rgb(0x00, 0xff, 0xff),
        Edge = Color.Rgb(0xff, 0xff, 0xff),
        Selection = Color.Rgb(0x00, 0x5f, 0xd7),
        QuietSelection = Color.Rgb(0x44, 0x44, 0x44),
        Layer = Color.Rgb(0x00, 0x00, 0x00),
        Good = Color.Rgb(0x5f, 0xff, 0x5f),
        Warning = Color.Rgb(0xff, 0xff, 0x00),
        Bad = Color.Rgb(0xff, 0x87, 0x87),
        Second = Color.Rgb(0xff, 0x87, 0xff),
        Third = Color.Rgb(0x87, 0xff, 0xff),
    }), Glyphs.Unicode);

    /// <summary>No colour at all: bold, dim, underlined and reversed alone tell things apart.</summary>
    public static Theme Plain { get; } = new("No colour", new Dictionary<string, Style>
    {
        [Roles.Dim] = new() { Attributes = Attributes.Dim },
        [Roles.Accent] = new() { Attributes = Attributes.Bold },
        [Roles.Title] = new(),
        [Roles.FocusedTitle] = new() { Attributes = Attributes.Bold | Attributes.Underline },
        [Roles.Edge] = new() { Attributes = Attributes.Dim },
        [Roles.FocusedEdge] = new() { Attributes = Attributes.Bold },
        [Roles.Selection] = new() { Attributes = Attributes.Reverse },
        [Roles.QuietSelection] = new() { Attributes = Attributes.Underline },
        [Roles.Match] = new() { Attributes = Attributes.Bold | Attributes.Underline },
        [Roles.Header] = new() { Attributes = Attributes.Bold },
        [Roles.Input] = new() { Attributes = Attributes.Underline },
        [Roles.Hint] = new() { Attributes = Attributes.Dim },
        [Roles.Key] = new() { Attributes = Attributes.Bold },
        [Roles.Warning] = new() { Attributes = Attributes.Bold },
        [Roles.Bad] = new() { Attributes = Attributes.Bold },
        [Roles.Link] = new() { Attributes = Attributes.Underline },
        [Roles.Bar] = new() { Attributes = Attributes.Dim },
        [Roles.Status] = new() { Attributes = Attributes.Reverse },
        [Roles.Heading] = new() { Attributes = Attributes.Bold | Attributes.Underline },
        [Roles.CodeSpan] = new() { Attributes = Attributes.Bold },
        [Roles.CodeKeyword] = new() { Attributes = Attributes.Bold },
        [Roles.CodeComment] = new() { Attributes = Attributes.Dim },
    }, Glyphs.Unicode);

    private static Dictionary<string, Style> Look(ThemeColors colors)
    {
        var ground = new Style { Foreground = colors.Text, Background = colors.Ground };
        var layer = ground with { Background = colors.Layer };
        Style Written(Color color) => new() { Foreground = color };
        Style Bold(Color color) => new() { Foreground = color, Attributes = Attributes.Bold };
        return new Dictionary<string, Style>(StringComparer.Ordinal)
        {
            [Roles.Text] = ground,
            [Roles.Dim] = Written(colors.Dim),
            [Roles.Accent] = Written(colors.Accent),
            [Roles.Title] = Written(colors.Dim),
            [Roles.FocusedTitle] = Bold(colors.Accent),
            [Roles.Edge] = Written(colors.Edge),
            [Roles.FocusedEdge] = Written(colors.Accent),
            [Roles.Selection] = new() { Background = colors.Selection },
            [Roles.QuietSelection] = new() { Background = colors.QuietSelection },
            [Roles.Match] = new() { Foreground = colors.Warning, Attributes = Attributes.Bold },
            [Roles.Header] = Bold(colors.Dim),
            [Roles.Input] = new() { Foreground = colors.Text, Background = colors.QuietSelection },
            [Roles.Hint] = Written(colors.Dim),
            [Roles.Key] = Written(colors.Accent),
            [Roles.Good] = Written(colors.Good),
            [Roles.Warning] = Written(colors.Warning),
            [Roles.Bad] = Written(colors.Bad),
            [Roles.Information] = Written(colors.Accent),
            [Roles.Layer] = layer,
            [Roles.Link] = new() { Foreground = colors.Accent, Attributes = Attributes.Underline },
            [Roles.Bar] = Written(colors.Edge),
            [Roles.Status] = layer,
            [Roles.Heading] = Bold(colors.Accent),
            [Roles.Code] = new() { Background = colors.Layer },
            [Roles.CodeSpan] = new() { Foreground = colors.Warning, Background = colors.Layer },
            [Roles.CodeKeyword] = Written(colors.Second),
            [Roles.CodeString] = Written(colors.Good),
            [Roles.CodeNumber] = Written(colors.Warning),
            [Roles.CodeComment] = Written(colors.Dim),
            [Roles.CodeType] = Written(colors.Third),
            [Roles.CodeCall] = Written(colors.Accent),
            [Roles.Series + "1"] = Written(colors.Accent),
            [Roles.Series + "2"] = Written(colors.Warning),
            [Roles.Series + "3"] = Written(colors.Good),
            [Roles.Series + "4"] = Written(colors.Second),
            [Roles.Series + "5"] = Written(colors.Bad),
            [Roles.Series + "6"] = Written(colors.Third),
        };
    }
}
