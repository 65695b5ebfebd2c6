namespace PluginHost.Terminal;

/// <summary>How severities are told apart: by a sign, and by a role.</summary>
internal static class ProblemLooks
{
    public static string Role(this ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => Roles.Bad,
        ProblemSeverity.Warning => Roles.Warning,
        _ => Roles.Information,
    };

    public static char Sign(this ProblemSeverity severity, Glyphs glyphs) => severity switch
    {
        ProblemSeverity.Error => glyphs.Bad,
        ProblemSeverity.Warning => glyphs.Warning,
        _ => 'i',
    };
}
