namespace PluginHost.Sdk.Testing;

/// <summary>One thing that the contract says.</summary>
/// <param name="name">Its name, in words with hyphens.</param>
/// <param name="says">What the contract says, in a sentence.</param>
/// <param name="run">Looks whether it is so. It gives why it could not be asked; null where it is kept; a <see cref="ContractBrokenException"/> where it is not.</param>
internal sealed class ContractCheck(string name, string says, Func<ContractRun, Task<string?>> run)
{
    public string Name => name;

    public string Says => says;

    public Task<string?> RunAsync(ContractRun under) => run(under);
}
