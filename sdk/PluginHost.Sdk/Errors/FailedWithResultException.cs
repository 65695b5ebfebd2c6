namespace PluginHost.Sdk;

/// <summary>
/// The work failed, and what came of it is to be shown all the same: the rows of a file that cannot be read, the parts of a proof that do not hold. The command line
/// prints the result, tells the message beside it, and ends with exit code 1.
/// </summary>
public sealed class FailedWithResultException : PluginHostException
{
    /// <summary>Makes one with its message and its result.</summary>
    /// <param name="message">What failed, and what to do.</param>
    /// <param name="result">What is to be shown.</param>
    public FailedWithResultException(string message, Value result)
        : base(message) => Result = result;

    /// <summary>What is to be shown.</summary>
    public Value Result { get; }
}
