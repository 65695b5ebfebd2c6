namespace PluginHost.Sdk.Testing;

/// <summary>What a check of a contract came to. New outcomes are added at the end.</summary>
public enum ContractOutcome
{
    /// <summary>The contract is kept.</summary>
    Kept,

    /// <summary>It is broken.</summary>
    Broken,

    /// <summary>It could not be asked: the network says that it cannot do it, or the bench cannot bring it about.</summary>
    NotAsked,
}
