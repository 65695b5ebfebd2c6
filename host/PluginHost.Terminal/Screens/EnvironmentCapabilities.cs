namespace PluginHost.Terminal;

/// <summary>What the environment tells about the terminal. It is often out of date within tmux or over ssh, so it claims little.</summary>
internal static class EnvironmentCapabilities
{
    private static readonly string[] TrueColorPrograms = ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio", "mintty"];
    private static readonly string[] RichTerms = ["kitty", "wezterm", "ghostty", "foot", "alacritty", "contour", "mintty"];

    public static TerminalCapabilities Read(Func<string, string?> variable)
    {
        var term = variable("TERM") ?? "";
        var program = variable("TERM_PROGRAM") ?? "";
        var isPlain = term is "dumb" or "linux" or "vt100" or "vt220";
        var isWithin = variable("TMUX") is { Length: > 0 } || term.StartsWith("screen", StringComparison.Ordinal);
        var isRich = !isWithin && (Contains(RichTerms, term) || Contains(TrueColorPrograms, program) || variable("WT_SESSION") is { Length: > 0 });
        return new TerminalCapabilities
        {
            Colors = Colors(variable, term, isRich),
            HasHyperlinks = !isPlain && program != "Apple_Terminal",
            HasSquiggles = isRich || (!isWithin && int.TryParse(variable("VTE_VERSION"), out var version) && version >= 5200),
            Name = program.Length > 0 ? program : term,
        };
    }

    private static ColorDepth Colors(Func<string, string?> variable, string term, bool isRich)
    {
        if (term == "dumb" || variable("NO_COLOR") is { Length: > 0 })
            return ColorDepth.None;

        if (isRich || variable("COLORTERM") is "truecolor" or "24bit" || term.EndsWith("-direct", StringComparison.Ordinal))
            return ColorDepth.TrueColor;

        return term.Contains("256color", StringComparison.Ordinal) || OperatingSystem.IsWindows() ? ColorDepth.Palette : ColorDepth.Sixteen;
    }

    private static bool Contains(string[] names, string text)
    {
        foreach (var name in names)
        {
            if (text.Contains(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
