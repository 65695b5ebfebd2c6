using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>White and pure colours on black, for eyes that need more contrast.</summary>
internal static class ContrastTheme
{
    public static Theme Make() => new ThemeBuilder("contrast", Texts.ThemeContrast, isDark: true)
        .Ground(0xFFFFFF, 0x000000, Emphasis.None, Role.Background, Role.Pane, Role.FocusedPane)
        .Letters(0xFFFFFF, Emphasis.None, Role.Text, Role.Type)
        .Letters(0xC8C8C8, Emphasis.None, Role.Dim, Role.Placeholder, Role.Comment, Role.Edge, Role.Track)
        .Letters(0x00E5FF, Emphasis.Bold, Role.Accent, Role.FocusedEdge, Role.FocusedTitle, Role.Heading, Role.Match, Role.Bar)
        .Letters(0x00E5FF, Emphasis.None, Role.Chart1, Role.Key, Role.Keyword)
        .Letters(0x00FF66, Emphasis.None, Role.Good, Role.Chart2, Role.Literal)
        .Letters(0xFFD500, Emphasis.None, Role.Warning, Role.Chart3)
        .Letters(0xFF6B6B, Emphasis.None, Role.Bad, Role.Chart4)
        .Letters(0xE3A8FF, Emphasis.None, Role.Doubt, Role.Code)
        .Letters(0x00E5FF, Emphasis.Underlined, Role.Link)
        .Letters(0xFFFFFF, Emphasis.Bold, Role.Strong)
        .Letters(0xC8C8C8, Emphasis.Italic, Role.Quote)
        .Letters(0xC8C8C8, Emphasis.None, Role.Title, Role.Tab)
        .Ground(0xFFFFFF, 0x1F1F1F, Emphasis.Bold, Role.ActiveTab)
        .Ground(0x000000, 0xFFFFFF, Emphasis.None, Role.Selected, Role.Selection)
        .Ground(0xFFFFFF, 0x1F1F1F, Emphasis.None, Role.SelectedElsewhere, Role.StatusBar, Role.Layer, Role.Toast, Role.Changed)
        .Ground(0x00E5FF, 0x1F1F1F, Emphasis.None, Role.LayerEdge)
        .Ground(0x000000, 0x00E5FF, Emphasis.Bold, Role.Button, Role.Label)
        .Build();
}
