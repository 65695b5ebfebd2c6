using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// Compares this machine's clock with that of the machine that the database is on, which all who share it can ask. Leases and doubts are kept as instants: a
/// machine whose clock is ahead would take over what another one still has under way.
/// </summary>
/// <remarks>
/// What was found holds for <see cref="Interval"/>, and no longer than until the machine sleeps or its clock is set, which both of its clocks tell. Where the
/// clocks are too far apart, they are looked at again soon.
/// </remarks>
/// <param name="database">The database.</param>
/// <param name="clock">This machine's clock.</param>
/// <param name="apart">Told once, when the clocks were found too far apart.</param>
internal sealed class StoreClocks(Database database, TimeProvider clock, Action<string>? apart)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>How soon they are looked at again when they were too far apart.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    // An answer that took longer says too little, so it is asked for again; but not for ever.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);
    private const int Tries = 3;

    private readonly SemaphoreSlim _looking = new(1, 1);
    private volatile Look? _last;

    /// <summary>Looks, where the last look is not enough.</summary>
    /// <param name="naps">How often the machine slept so far.</param>
    /// <param name="cancel">Cancels asking the database.</param>
    /// <returns>The difference; null where there is one clock alone.</returns>
    public async Task<ClockDifference?> LookAsync(int naps, CancellationToken cancel)
    {
        if (database.AskTime is not { } query)
            return null;

        if (_last is { } last && IsEnough(last, naps))
            return last.Difference;

        await _looking.WaitAsync(cancel);
        try
        {
            // Somebody else may have looked meanwhile.
            if (_last is { } other && IsEnough(other, naps))
                return other.Difference;

            var stamp = clock.GetTimestamp();
            var difference = await database.ReadAsync(Host, connection => Measure(connection, query), cancel);
            if (difference.IsTooFar && _last is not { Difference.IsTooFar: true })
                apart?.Invoke(difference.Refusal(database.Place).Message);

            _last = new Look { Stamp = stamp, Naps = naps, Difference = difference };
            return difference;
        }
        finally
        {
            _looking.Release();
        }
    }

    private static Caller Host => new() { Plugin = WorkspaceStore.HostName, Access = Access.Host, Owners = TableOwners.None };

    private bool IsEnough(Look look, int naps) =>
        look.Naps == naps && clock.GetElapsedTime(look.Stamp) < (look.Difference.IsTooFar ? Soon : Interval);

    private ClockDifference Measure(StoreConnection connection, Sql query)
    {
        var best = Ask(connection, query);
        for (var tries = 1; tries < Tries && best.Doubt * 2 > Quick; tries++)
        {
            if (Ask(connection, query) is var next && next.Doubt < best.Doubt)
                best = next;
        }

        return best;
    }

    private ClockDifference Ask(StoreConnection connection, Sql query)
    {
        var before = clock.GetUtcNow();
        var theirs = connection.Read(query).Map(row => row.Instant("now"))[0];

        // Where the clock was set in between, it took no time at all, or very long: the doubt is as large as that.
        var half = (clock.GetUtcNow() - before) / 2;
        return new ClockDifference { Ours = before + half, Theirs = theirs, Doubt = half.Duration() };
    }

    private sealed record Look
    {
        public required long Stamp { get; init; }

        public required int Naps { get; init; }

        public required ClockDifference Difference { get; init; }
    }
}
