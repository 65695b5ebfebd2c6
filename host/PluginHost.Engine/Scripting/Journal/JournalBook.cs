using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The journal that a run writes. What is read at once is kept until something happens that may depend on it; the occurrence itself is made with the first
/// write, so that a script that does nothing leaves nothing. Used on the script's thread; it writes on the pool, one write after the other.
/// </summary>
internal sealed class JournalBook(IJournalStore store, OccurrencePlan plan, TimeProvider clock)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    // So many reads are written at the latest, whatever else happens: a script may look at the clock all day.
    private const int Many = 1_000;

    private List<JournalEntry> _pending = [];
    private Task _writing = Task.CompletedTask;
    private Occurrence? _occurrence;
    private ITimer? _renewing;
    private bool _hasBegun;
    private bool _isMarked;
    private long _next;
    private int _effects;

    /// <summary>The occurrence; known once something was written.</summary>
    public Occurrence Occurrence => _occurrence ?? throw new InvalidOperationException("Nothing was written yet.");

    /// <summary>Whether anything may have been done.</summary>
    public bool HasActed => _effects > 0;

    /// <summary>Goes on with an occurrence that was taken.</summary>
    public void Resume(InterruptedRun run)
    {
        _occurrence = run.Occurrence;
        _hasBegun = true;
        _isMarked = run.HasActed;
        _next = run.Entries.Count;
        _effects = run.HasActed ? 1 : 0;
        Renew();
    }

    public void Add(JournalKind kind, string step, Value result) => Add(new JournalEntry { Seq = _next, Kind = kind, Step = step, Result = result });

    public void Add(string step, string body, Effect effect)
    {
        var standing = effect.IsRefusal ? EffectStanding.Refused : effect.IsUnsettled ? EffectStanding.Unsettled : EffectStanding.Settled;
        Add(new JournalEntry { Seq = _next, Kind = JournalKind.Effect, Step = step, Body = body, Result = effect.Result, Standing = standing });
        if (effect.IsRefusal)
            HasNotActed();
    }

    /// <summary>Writes that an effect begins, with everything that it may depend on.</summary>
    public Task BeginEffectAsync()
    {
        _effects++;
        return _isMarked ? WriteAsync() : MarkAsync();
    }

    /// <summary>An effect came to nothing: it was refused, or could not be.</summary>
    public void HasNotActed() => _effects--;

    /// <summary>Writes what is not written yet, behind what is being written.</summary>
    public Task WriteAsync()
    {
        if (_pending.Count == 0 && _hasBegun)
            return _writing;

        var (entries, before) = (_pending, _writing);
        _pending = [];
        _hasBegun = true;
        return _writing = store.IsBrief ? WriteAsync(before, entries, _isMarked) : Task.Run(() => WriteAsync(before, entries, _isMarked));
    }

    /// <summary>Ends this run of the occurrence. What was read and had no consequence is left out.</summary>
    public async Task EndAsync(OccurrenceEnd end)
    {
        try
        {
            await _writing;
        }
        finally
        {
            if (_renewing is not null)
                await _renewing.DisposeAsync();

            // What could not be written was not forgotten: the next run does it again, under the same keys.
            if (_occurrence is not null)
                await store.EndAsync(_occurrence, _writing.IsCompletedSuccessfully ? end : OccurrenceEnd.Interrupted);
        }
    }

    private void Add(JournalEntry entry)
    {
        _pending.Add(entry);
        _next++;
        if (entry.Kind != JournalKind.Read || _pending.Count >= Many)
            WriteAsync();
    }

    private Task MarkAsync()
    {
        _isMarked = true;
        _hasBegun = false;
        return WriteAsync();
    }

    private async Task WriteAsync(Task before, List<JournalEntry> entries, bool acts)
    {
        await before;
        if (_occurrence is not null)
        {
            await store.AppendAsync(_occurrence, acts, entries);
            return;
        }

        _occurrence = await store.BeginAsync(plan, acts, entries);
        if (!store.IsBrief)
            Renew();
    }

    // A timer must not carry the flow of whatever the script was doing.
    private void Renew()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            _renewing = clock.CreateTimer(_ => _ = RenewAsync(), null, Renewal, Renewal);
    }

    private async Task RenewAsync()
    {
        try
        {
            await store.RenewAsync(Occurrence);
        }
        catch (PluginHostException)
        {
            // The next write says it, where it is still so by then.
        }
    }
}
