namespace PluginHost.Sdk.Testing;

/// <summary>The plugin asked the test for something that the test has not prepared: an answer of a person, or one of the network. The message has it word for word.</summary>
public sealed class UnpreparedException : Exception
{
    /// <summary>Makes one with its message.</summary>
    /// <param name="message">What was asked, and how to prepare it.</param>
    public UnpreparedException(string message)
        : base(message)
    {
    }
}
