using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Themes;

/// <summary>The themes there are: dark, light, high contrast, and none, which leaves colours to the terminal and speaks by emphasis and signs.</summary>
internal static class ThemeTable
{
    public static IReadOnlyList<Theme> All { get; } = [DarkTheme.Make(), LightTheme.Make(), ContrastTheme.Make(), PlainTheme.Make()];

    public static Theme? Find(string id)
    {
        foreach (var theme in All)
        {
            if (theme.Id == id)
                return theme;
        }

        return null;
    }

    /// <summary>The theme of somebody who has chosen none.</summary>
    public static Theme DefaultFor(Capabilities capabilities) => capabilities.Colours == ColourDepth.None ? All[3] : All[0];
}
