using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>
/// The right to read a source, and where the next page begins. One owner at a time has it; it is renewed well before it ends, and what it writes is
/// written only while it is the owner's. A machine that slept has lost its leases, whatever the store says.
/// </summary>
internal sealed class StreamLease
{
    /// <summary>How long a lease lasts. As long does a source wait for another reader when one dies.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    // Nobody else is there to whom it could pass, and renewing it would be most of what a month is spent with.
    private static readonly TimeSpan InRehearsal = TimeSpan.FromDays(36_500);

    /// <summary>How often it is renewed, and how often others look whether it is free.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly StreamLog _log;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _length;
    private readonly Func<int> _naps;
    private readonly string _stream;
    private DateTimeOffset _until;
    private int _seen;
    private bool _isLost;

    private StreamLease(StreamLog log, TimeProvider clock, Func<int> naps, int seen, string stream, string owner, DateTimeOffset until, string? cursor)
    {
        _log = log;
        _clock = clock;
        _length = LengthFor(clock);
        _naps = naps;
        _seen = seen;
        _stream = stream;
        _until = until;
        Owner = owner;
        Cursor = cursor;
    }

    public string Owner { get; }

    /// <summary>Where the next page begins.</summary>
    public string? Cursor { get; private set; }

    public bool IsDue => DueIn == TimeSpan.Zero;

    /// <summary>How long it may still wait to be renewed. It counts from the last renewal, however long that took to be heard of.</summary>
    public TimeSpan DueIn => _until - _length + Interval - _clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <param name="log">Where it is taken.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="naps">How often the machine slept so far.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="owner">A name that nobody ever had.</param>
    /// <param name="cancel">Cancels taking it.</param>
    /// <returns>The lease; null where somebody else has it.</returns>
    public static async Task<StreamLease?> TryTakeAsync(
        StreamLog log, TimeProvider clock, Func<int> naps, string stream, string owner, CancellationToken cancel)
    {
        var seen = naps();
        var now = clock.GetUtcNow();
        return await log.LeaseAsync(stream, owner, now, now + LengthFor(clock), cancel) is { } taken
            ? new StreamLease(log, clock, naps, seen, stream, owner, now + LengthFor(clock), taken.Cursor)
            : null;
    }

    /// <returns>Whether it is held on.</returns>
    public async Task<bool> RenewAsync(CancellationToken cancel)
    {
        if (IsOver())
            return false;

        var (now, until) = Begin();
        var isHeld = await _log.RenewAsync(_stream, Owner, Cursor, until, cancel);
        return Note(isHeld, until);
    }

    /// <summary>Writes a page. A page that only moves the cursor is written with the next renewal: until then, it can be heard again.</summary>
    /// <returns>How many entries it made; null where the lease is lost.</returns>
    public async Task<int?> AppendAsync(HeardPage page, CancellationToken cancel)
    {
        if (IsOver())
            return null;

        var added = 0;
        if (page.Items.Count > 0 || page.Gap.Length > 0)
        {
            var (now, until) = Begin();
            var written = await _log.AppendAsync(_stream, Owner, page, now, until, cancel);
            if (!Note(written is not null, until))
                return null;

            added = written!.Value;
        }

        Cursor = page.Cursor;
        return added;
    }

    /// <summary>Lets another have it at once.</summary>
    public Task GiveBackAsync(CancellationToken cancel) => _isLost
        ? _log.GiveBackAsync(_stream, Owner, cancel)
        : _log.GiveBackAsync(_stream, Owner, Cursor, cancel);

    private (DateTimeOffset Now, DateTimeOffset Until) Begin()
    {
        _seen = _naps();
        var now = _clock.GetUtcNow();
        return (now, now + _length);
    }

    private static TimeSpan LengthFor(TimeProvider clock) => clock is RehearsalClock ? InRehearsal : Length;

    private bool Note(bool isHeld, DateTimeOffset until)
    {
        _isLost = !isHeld;
        _until = until;
        return isHeld;
    }

    private bool IsOver() => _isLost |= _naps() != _seen || _clock.GetUtcNow() >= _until;
}
