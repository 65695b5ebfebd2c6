namespace PluginHost.Posting;

/// <summary>
/// Whose a target is, and since when, on both clocks: the one on the wall and the one that only counts. Where they disagree, the machine slept or its
/// clock was set, and nobody knows how long ago this was.
/// </summary>
internal sealed record Lease
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public required string Owner { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required long Stamp { get; init; }

    /// <summary>Begins one. It is begun before the store is asked for the target, so that it never looks younger than it is.</summary>
    public static Lease Begin(string owner, TimeProvider clock) => new()
    {
        Owner = owner,
        TakenAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
        Stamp = clock.GetTimestamp(),
    };

    /// <summary>Whether the machine slept, or its clock was set, since it began.</summary>
    public bool IsTorn(TimeProvider clock) => (OnTheWall(clock) - clock.GetElapsedTime(Stamp)).Duration() > Tolerance;

    /// <summary>How old it is: what the clock says that makes it older.</summary>
    public TimeSpan Age(TimeProvider clock)
    {
        var counted = clock.GetElapsedTime(Stamp);
        var wall = OnTheWall(clock);
        return wall > counted ? wall : counted;
    }

    private TimeSpan OnTheWall(TimeProvider clock) => clock.GetUtcNow() - TakenAt;
}
