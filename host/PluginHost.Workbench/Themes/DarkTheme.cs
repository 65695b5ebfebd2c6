using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>Light letters on a dark ground.</summary>
internal static class DarkTheme
{
    public static Theme Make() => new ThemeBuilder("dark", Texts.ThemeDark, isDark: true)
        .Ground(0xD6DAE3, 0x14171F, Emphasis.None, Role.Background, Role.Pane, Role.FocusedPane)
        .Letters(0xD6DAE3, Emphasis.None, Role.Text, Role.Type)
        .Letters(0x7C8598, Emphasis.None, Role.Dim, Role.Placeholder, Role.Comment, Role.Edge, Role.Track)
        .Letters(0x6FB3FF, Emphasis.Bold, Role.Accent, Role.FocusedEdge, Role.FocusedTitle, Role.Heading, Role.Match, Role.Bar)
        .Letters(0x6FB3FF, Emphasis.None, Role.Chart1, Role.Key, Role.Keyword)
        .Letters(0x7BD88F, Emphasis.None, Role.Good, Role.Chart2, Role.Literal)
        .Letters(0xF2C14E, Emphasis.None, Role.Warning, Role.Chart3)
        .Letters(0xFF7A7A, Emphasis.None, Role.Bad, Role.Chart4)
        .Letters(0xC7A0FF, Emphasis.None, Role.Doubt, Role.Code)
        .Letters(0x6FB3FF, Emphasis.Underlined, Role.Link)
        .Letters(0xD6DAE3, Emphasis.Bold, Role.Strong)
        .Letters(0x7C8598, Emphasis.Italic, Role.Quote)
        .Letters(0x7C8598, Emphasis.None, Role.Title, Role.Tab)
        .Ground(0xD6DAE3, 0x232838, Emphasis.Bold, Role.ActiveTab)
        .Ground(0xFFFFFF, 0x2F5D94, Emphasis.None, Role.Selected, Role.Selection)
        .Ground(0xD6DAE3, 0x232838, Emphasis.None, Role.SelectedElsewhere, Role.StatusBar, Role.Layer, Role.Toast, Role.Changed)
        .Ground(0x6FB3FF, 0x232838, Emphasis.None, Role.LayerEdge)
        .Ground(0x14171F, 0x6FB3FF, Emphasis.Bold, Role.Button, Role.Label)
        .Build();
}
