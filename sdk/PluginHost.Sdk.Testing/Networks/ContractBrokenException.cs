namespace PluginHost.Sdk.Testing;

/// <summary>A network does not keep its contract.</summary>
public sealed class ContractBrokenException : Exception
{
    /// <summary>Makes one with its message.</summary>
    /// <param name="message">What it does, and what the contract says.</param>
    public ContractBrokenException(string message)
        : base(message)
    {
    }
}
