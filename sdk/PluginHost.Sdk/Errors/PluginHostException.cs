namespace PluginHost.Sdk;

/// <summary>
/// An outcome that the caller is meant to understand. It crosses from plugin to plugin and to scripts as it is, whereas any other exception
/// becomes a fault of the plugin that threw it.
/// </summary>
/// <remarks>The message tells what happened, to what, and what to do next. Derived types belong into contract assemblies.</remarks>
public class PluginHostException : Exception
{
    /// <summary>Makes one with its message.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    public PluginHostException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its message and its cause.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="inner">The cause.</param>
    public PluginHostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
