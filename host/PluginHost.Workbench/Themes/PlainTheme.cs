using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>No colours at all: emphasis, and the signs that stand beside every colour.</summary>
internal static class PlainTheme
{
    public static Theme Make() => new ThemeBuilder("none", Texts.ThemeNone, isDark: true)
        .Stress(Emphasis.Faint, Role.Dim, Role.Placeholder, Role.Comment, Role.Edge, Role.Track, Role.Title, Role.Tab, Role.Quote)
        .Stress(Emphasis.Bold, Role.Accent, Role.FocusedEdge, Role.FocusedTitle, Role.Heading, Role.Bar, Role.Strong, Role.Bad, Role.ActiveTab, Role.Key)
        .Stress(Emphasis.Underlined, Role.Link, Role.Match)
        .Stress(Emphasis.Reversed, Role.Selected, Role.Selection, Role.Button, Role.Label, Role.StatusBar)
        .Stress(Emphasis.Underlined, Role.SelectedElsewhere)
        .Build();
}
