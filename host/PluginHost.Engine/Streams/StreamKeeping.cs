namespace PluginHost.Engine.Streams;

/// <summary>How long a stream's log keeps what.</summary>
internal sealed record StreamKeeping
{
    /// <summary>How long an event is kept at least, so that those who read without a taker find it. It stays at most twice as long once all takers have it.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long ids are remembered at least, so that what a source repeats is known: beyond the event itself, which may be gone by then.</summary>
    public TimeSpan Ids { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a taker that does not move keeps the log from being trimmed.</summary>
    public TimeSpan Takers { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How often whoever holds the lease trims, and how long it waits before the first time: after a long time off, the takers come first. Whoever gives the
    /// lease back before trims what all takers have.
    /// </summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many events go at once: trimming must not keep others from writing.</summary>
    public int Piece { get; init; } = 1_000;
}
