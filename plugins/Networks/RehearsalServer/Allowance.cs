namespace PluginHost.RehearsalServer;

/// <summary>What an account may still send, as the headers tell it.</summary>
internal sealed record Allowance
{
    public required int Limit { get; init; }

    public required int Remaining { get; init; }

    public required DateTimeOffset ResetsAt { get; init; }

    /// <summary>Whether this send was within it.</summary>
    public required bool Fits { get; init; }

    /// <summary>The same, as if all were used, until whole seconds after an instant: headers have no smaller unit.</summary>
    public Allowance UsedUpUntil(DateTimeOffset instant) => this with
    {
        Remaining = 0,
        Fits = false,
        ResetsAt = DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() + 1),
    };
}
