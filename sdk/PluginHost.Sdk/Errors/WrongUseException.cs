namespace PluginHost.Sdk;

/// <summary>The caller asked for something that does not exist or cannot be: a wrong name, a missing parameter. The program ends with exit code 2.</summary>
public sealed class WrongUseException : PluginHostException
{
    /// <summary>Makes one with its message.</summary>
    /// <param name="message">What was asked, why it cannot be, and what to ask instead.</param>
    public WrongUseException(string message)
        : base(message)
    {
    }
}
