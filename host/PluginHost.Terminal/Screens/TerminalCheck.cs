namespace PluginHost.Terminal;

/// <summary>Whether there is a terminal that a screen can be drawn on.</summary>
internal static class TerminalCheck
{
    public static void Environment(bool isInputRedirected, bool isOutputRedirected, Func<string, string?> variable)
    {
        if (isOutputRedirected)
            throw new TerminalException("There is no terminal: standard output is a file or a pipe. Start the program in a terminal, without redirecting its output.");

        if (isInputRedirected)
            throw new TerminalException("There is no keyboard: standard input is a file or a pipe. Start the program in a terminal, without redirecting its input.");

        if (variable("TERM") == "dumb")
            throw new TerminalException("The terminal says that it is dumb (TERM=dumb): it cannot place text. Use another one, or set TERM to what it is.");
    }

    public static void Size((int Width, int Height) size, TerminalOptions options)
    {
        if (size.Width < options.FewestColumns || size.Height < options.FewestRows)
        {
            throw new TerminalException(
                $"The terminal has {size.Width} columns and {size.Height} rows; {options.FewestColumns} and {options.FewestRows} are needed. Enlarge its window.");
        }
    }
}
