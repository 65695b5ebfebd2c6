namespace PluginHost.Sdk.Testing;

/// <summary>What a check came to.</summary>
public sealed record ContractResult
{
    /// <summary>The check's name.</summary>
    public required string Check { get; init; }

    /// <summary>What it came to.</summary>
    public required ContractOutcome Outcome { get; init; }

    /// <summary>What is broken, or why it was not asked.</summary>
    /// <value>Empty: it is kept.</value>
    public string Reason { get; init; } = "";

    /// <summary>Throws where the contract is broken. What was not asked passes: a test may look at <see cref="Outcome"/> and skip.</summary>
    /// <exception cref="ContractBrokenException">It is.</exception>
    public void Require()
    {
        if (Outcome == ContractOutcome.Broken)
            throw new ContractBrokenException(ToString());
    }

    /// <summary>The result as one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Check}: {Outcome switch { ContractOutcome.Kept => "kept", ContractOutcome.Broken => "broken", _ => "not asked" }}{(Reason.Length > 0 ? $". {Reason}" : "")}";
}
