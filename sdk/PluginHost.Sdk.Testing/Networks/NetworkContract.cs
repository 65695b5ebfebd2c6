namespace PluginHost.Sdk.Testing;

/// <summary>
/// What the host expects of a <see cref="Campaigns.Network"/>, as checks that any test framework can run by name: a post is never published twice, never guessed, and nothing that was heard is lost.
/// </summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Checks => [.. NetworkContract.Checks];
///
/// [Theory, MemberData(nameof(Checks))]
/// public async Task Should_Keep_The_Contract(string check) =>
///     (await new NetworkContract(() => Task.FromResult&lt;NetworkBench&gt;(new AcmeBench())).RunAsync(check, CancellationToken.None)).Require();
/// </code>
/// </example>
public sealed class NetworkContract
{
    private static readonly IReadOnlyList<ContractCheck> All =
        [.. RuleChecks.All, .. SendingChecks.All, .. CertaintyChecks.All, .. RepeatChecks.All, .. DoubtChecks.All, .. ListenChecks.All, .. SearchChecks.All, .. AbilityChecks.All];

    private readonly Func<Task<NetworkBench>> _open;

    /// <summary>Makes one for a network.</summary>
    /// <param name="open">Makes a bench, a new one for each check. It is disposed after it.</param>
    public NetworkContract(Func<Task<NetworkBench>> open) => _open = open;

    /// <summary>The names of the checks. New ones are added in minor versions, as the contract grows.</summary>
    public static IReadOnlyList<string> Checks { get; } = [.. All.Select(check => check.Name)];

    /// <summary>What the contract says there, in a sentence.</summary>
    /// <param name="check">The check's name.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="WrongUseException">There is no such check.</exception>
    public static string Describe(string check) => Find(check).Says;

    /// <summary>Runs one check.</summary>
    /// <param name="check">The check's name.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="WrongUseException">There is no such check.</exception>
    public async Task<ContractResult> RunAsync(string check, CancellationToken cancel)
    {
        var known = Find(check);
        await using var bench = await _open();
        try
        {
            var reason = await known.RunAsync(new ContractRun(bench, cancel));
            return new ContractResult { Check = check, Outcome = reason is null ? ContractOutcome.Kept : ContractOutcome.NotAsked, Reason = reason ?? "" };
        }
        catch (ContractBrokenException broken)
        {
            return new ContractResult { Check = check, Outcome = ContractOutcome.Broken, Reason = $"{broken.Message} The contract: {known.Says}" };
        }
    }

    private static ContractCheck Find(string name) => All.FirstOrDefault(check => check.Name == name)
        ?? throw new WrongUseException($"There is no check \"{name}\".{Nearest.Hint(name, Checks)}");
}
