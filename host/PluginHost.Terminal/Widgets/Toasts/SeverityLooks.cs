namespace PluginHost.Terminal;

/// <summary>The sign and the role of each severity: never the colour alone.</summary>
internal static class SeverityLooks
{
    public static char Sign(Severity severity, Glyphs glyphs) => severity switch
    {
        Severity.Good => glyphs.Good,
        Severity.Warning => glyphs.Warning,
        Severity.Bad => glyphs.Bad,
        _ => glyphs.Information,
    };

    public static string Role(Severity severity) => severity switch
    {
        Severity.Good => Roles.Good,
        Severity.Warning => Roles.Warning,
        Severity.Bad => Roles.Bad,
        _ => Roles.Information,
    };
}
