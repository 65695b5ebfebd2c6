namespace PluginHost.Terminal;

/// <summary>There is no terminal that a screen could be drawn on. The message says what to do.</summary>
public sealed class TerminalException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is missing, and what to do.</param>
    public TerminalException(string message)
        : base(message)
    {
    }
}
