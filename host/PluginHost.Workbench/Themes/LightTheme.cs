using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>Dark letters on a light ground.</summary>
internal static class LightTheme
{
    public static Theme Make() => new ThemeBuilder("light", Texts.ThemeLight, isDark: false)
        .Ground(0x23262E, 0xFAFAF7, Emphasis.None, Role.Background, Role.Pane, Role.FocusedPane)
        .Letters(0x23262E, Emphasis.None, Role.Text, Role.Type)
        .Letters(0x6B7280, Emphasis.None, Role.Dim, Role.Placeholder, Role.Comment, Role.Edge, Role.Track)
        .Letters(0x0B5CAD, Emphasis.Bold, Role.Accent, Role.FocusedEdge, Role.FocusedTitle, Role.Heading, Role.Match, Role.Bar)
        .Letters(0x0B5CAD, Emphasis.None, Role.Chart1, Role.Key, Role.Keyword)
        .Letters(0x1B7A36, Emphasis.None, Role.Good, Role.Chart2, Role.Literal)
        .Letters(0x8A5A00, Emphasis.None, Role.Warning, Role.Chart3)
        .Letters(0xB3261E, Emphasis.None, Role.Bad, Role.Chart4)
        .Letters(0x6B3FA0, Emphasis.None, Role.Doubt, Role.Code)
        .Letters(0x0B5CAD, Emphasis.Underlined, Role.Link)
        .Letters(0x23262E, Emphasis.Bold, Role.Strong)
        .Letters(0x6B7280, Emphasis.Italic, Role.Quote)
        .Letters(0x6B7280, Emphasis.None, Role.Title, Role.Tab)
        .Ground(0x23262E, 0xE9EBEF, Emphasis.Bold, Role.ActiveTab)
        .Ground(0x0B1E33, 0xCFE2F8, Emphasis.None, Role.Selected, Role.Selection)
        .Ground(0x23262E, 0xE9EBEF, Emphasis.None, Role.SelectedElsewhere, Role.StatusBar, Role.Layer, Role.Toast, Role.Changed)
        .Ground(0x0B5CAD, 0xE9EBEF, Emphasis.None, Role.LayerEdge)
        .Ground(0xFAFAF7, 0x0B5CAD, Emphasis.Bold, Role.Button, Role.Label)
        .Build();
}
