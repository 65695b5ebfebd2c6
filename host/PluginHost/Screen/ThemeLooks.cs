using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using ModelTheme = PluginHost.Workbench.Rendering.Theme;
using TerminalTheme = PluginHost.Terminal.Theme;

namespace PluginHost.Screen;

/// <summary>Turns the workbench's themes into themes of the terminal, whose widgets have role names of their own.</summary>
internal static class ThemeLooks
{
    private static readonly string[] Names = [.. Enum.GetValues<Role>().Select(NameFor)];

    /// <summary>What the terminal's widgets call a role.</summary>
    public static string NameOf(Role role) => Names[(int)role];

    public static TerminalTheme Make(ModelTheme theme, bool isAsciiOnly)
    {
        var styles = new Dictionary<string, Style>(StringComparer.Ordinal);
        foreach (var role in Enum.GetValues<Role>())
            styles[NameOf(role)] = StyleOf(theme[role]);

        styles[Roles.Text] = Canvas.Over(StyleOf(theme[Role.Background]), StyleOf(theme[Role.Text]));
        styles[Roles.Header] = styles[NameOf(Role.Title)] with { Attributes = Attributes.Bold };
        styles[Roles.Information] = styles[Roles.Accent];
        styles[Roles.CodeSpan] = styles[Roles.Code];
        styles[Roles.CodeCall] = styles[Roles.Accent];
        styles[Roles.CodeNumber] = styles[Roles.CodeString];
        styles[Roles.Input] = styles[NameOf(Role.SelectedElsewhere)];
        return new TerminalTheme(theme.Title, styles, isAsciiOnly ? Glyphs.Ascii : Glyphs.Unicode);
    }

    private static Style StyleOf(Paint paint) => new()
    {
        Foreground = paint.Fore is { } fore ? Color.Rgb(fore.Red, fore.Green, fore.Blue) : Color.Default,
        Background = paint.Back is { } back ? Color.Rgb(back.Red, back.Green, back.Blue) : Color.Default,
        Attributes = AttributesOf(paint.Emphasis),
    };

    private static Attributes AttributesOf(Emphasis emphasis)
    {
        var attributes = Attributes.None;
        attributes |= emphasis.HasFlag(Emphasis.Bold) ? Attributes.Bold : Attributes.None;
        attributes |= emphasis.HasFlag(Emphasis.Faint) ? Attributes.Dim : Attributes.None;
        attributes |= emphasis.HasFlag(Emphasis.Italic) ? Attributes.Italic : Attributes.None;
        attributes |= emphasis.HasFlag(Emphasis.Underlined) ? Attributes.Underline : Attributes.None;
        return emphasis.HasFlag(Emphasis.Reversed) ? attributes | Attributes.Reverse : attributes;
    }

    private static string NameFor(Role role) => role switch
    {
        Role.Text => Roles.Text,
        Role.Dim => Roles.Dim,
        Role.Accent => Roles.Accent,
        Role.Good => Roles.Good,
        Role.Warning => Roles.Warning,
        Role.Bad => Roles.Bad,
        Role.Heading => Roles.Heading,
        Role.Code => Roles.Code,
        Role.Link => Roles.Link,
        Role.Match => Roles.Match,
        Role.Key => Roles.Key,
        Role.Placeholder => Roles.Hint,
        Role.Keyword => Roles.CodeKeyword,
        Role.Literal => Roles.CodeString,
        Role.Comment => Roles.CodeComment,
        Role.Type => Roles.CodeType,
        Role.Chart1 => Roles.Series + "1",
        Role.Chart2 => Roles.Series + "2",
        Role.Chart3 => Roles.Series + "3",
        Role.Chart4 => Roles.Series + "4",
        Role.Edge => Roles.Edge,
        Role.FocusedEdge => Roles.FocusedEdge,
        Role.Title => Roles.Title,
        Role.FocusedTitle => Roles.FocusedTitle,
        Role.Selected => Roles.Selection,
        Role.SelectedElsewhere => Roles.QuietSelection,
        Role.Changed => Roles.Changed,
        Role.StatusBar => Roles.Status,
        Role.Layer => Roles.Layer,
        Role.Bar => Roles.Bar,
        _ => "workbench." + role.ToString().ToLowerInvariant(),
    };
}
