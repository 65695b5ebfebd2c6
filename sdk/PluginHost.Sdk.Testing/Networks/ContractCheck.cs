namespace PluginHost.Sdk.Testing;

/// <summary>One thing that the contract says.</summary>
/// <param name="Name">Its name, in words with hyphens.</param>
/// <param name="Says">What the contract says, in a sentence.</param>
/// <param name="RunAsync">Looks whether it is so. It gives why it could not be asked; null where it is kept; a <see cref="ContractBrokenException"/> where it is not.</param>
internal sealed record ContractCheck(string Name, string Says, Func<ContractRun, Task<string?>> RunAsync);
