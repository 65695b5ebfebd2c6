using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The journal of one run. It looks for an interrupted run when it is first used, and not before: most scripts that only say something never touch
/// the store.
/// </summary>
internal sealed class ScriptJournal(JournalStart start, CancellationToken cancel) : IJournal
{
    private readonly PostBudget? _budget = start.Budget;
    private JournalStart? _start = start;
    private Dictionary<string, int>? _counts;
    private JournalBook? _book;
    private JournalReplay? _replay;
    private JournalWatch? _watch;
    private bool _isOver;
    private bool _isResumed;

    /// <summary>Ends what is under way.</summary>
    public CancellationToken Cancel { get; set; } = cancel;

    /// <summary>The run's thread; set before the script starts.</summary>
    public ScriptPump? Pump { get; set; }

    /// <summary>Why the script cannot go on with its interrupted run; null where it can. A script that catches everything is over all the same.</summary>
    public string? Change { get; private set; }

    public bool IsResumed
    {
        get
        {
            Enter();
            return _isResumed;
        }
    }

    public async Task<Effect> DoAsync(string step, string body, Func<EffectKey, Task<Effect>> effect)
    {
        var book = Enter();
        var counted = Count(step);
        if (_replay?.Find(JournalKind.Effect, counted) is { } known)
        {
            if (known.Body != body)
                throw new ChangedEffectException(KeyOf(book, counted), $"it was {Shorten(known.Body)}, and would be {Shorten(body)}.");

            _budget?.Count(step);
            await _replay.TurnOf(known);
            if (known.Standing == EffectStanding.Settled)
                _start?.NoteReplayed(counted);

            return new Effect
            {
                Result = known.Result,
                IsRefusal = known.Standing == EffectStanding.Refused,
                IsUnsettled = known.Standing == EffectStanding.Unsettled,
            };
        }

        await UntilLiveAsync();
        _budget?.Spend(step);
        await book.BeginEffectAsync();
        Cancel.ThrowIfCancellationRequested();
        var done = await DoAsync(book, KeyOf(book, counted), effect);
        if (!_isOver)
            book.Add(counted, body, done);

        return done;
    }

    public async Task<Value> AskAsync(string what, Func<Task<Value>> read)
    {
        var book = Enter();
        var counted = Count(what);
        if (_replay?.Find(JournalKind.Answer, counted) is { } known)
        {
            await _replay.TurnOf(known);
            return known.Result;
        }

        await UntilLiveAsync();
        var answer = await read();
        if (!_isOver)
            book.Add(JournalKind.Answer, counted, answer);

        return answer;
    }

    public Value Read(string what, Func<Value> read)
    {
        var book = Enter();
        var counted = Count(what);
        if (_replay?.Find(JournalKind.Read, counted) is { } known)
        {
            _replay.Give(known);
            return known.Result;
        }

        var answer = read();
        book.Add(JournalKind.Read, counted, answer);
        return answer;
    }

    /// <summary>Looks for what the run goes on with before the script begins, where that decides whether it may.</summary>
    /// <exception cref="ScriptNotStartedException">It may not.</exception>
    public void Begin()
    {
        if (_start is { IsUrgent: true })
            Demand();
    }

    /// <summary>Refuses whoever is not on the script's thread, where there is no order that a resumed run could follow.</summary>
    public void Demand() => _ = Enter();

    /// <summary>Puts on disk what was read, for something that lasts: a wait that is interrupted goes on from there.</summary>
    public void Keep() => _ = Enter().WriteAsync();

    /// <summary>Ends the run. The thread waits for it: whatever else the script has started is over.</summary>
    public void End(ScriptOutcome outcome)
    {
        if (_isOver)
            return;

        _isOver = true;
        _watch?.Dispose();
        if (Pump is not null)
            Pump.Idle = null;

        var book = _book;
        (_start, _book, _replay, _watch, Pump) = (null, null, null, null, null);
        if (book is null)
            return;

        var end = outcome switch
        {
            ScriptDone or ScriptStopped => OccurrenceEnd.Done,
            ScriptFailed when !book.HasActed => OccurrenceEnd.Failed,
            _ => OccurrenceEnd.Interrupted,
        };
        Task.Run(() => book.EndAsync(end)).GetAwaiter().GetResult();
    }

    private static async Task<Effect> DoAsync(JournalBook book, EffectKey key, Func<EffectKey, Task<Effect>> effect)
    {
        try
        {
            return await effect(key);
        }
        catch (WrongUseException)
        {
            // What cannot be asked for was not done.
            book.HasNotActed();
            throw;
        }
    }

    private static EffectKey KeyOf(JournalBook book, string step) =>
        new() { Campaign = book.Occurrence.Campaign, Occurrence = book.Occurrence.Name, Step = step };

    private static string Shorten(string body) => $"\"{(body.Length > 200 ? body[..200] + "…" : body)}\"";

    private JournalBook Enter()
    {
        if (Change is not null)
            throw new ScriptChangedException(Change);

        Cancel.ThrowIfCancellationRequested();
        if (_isOver)
            throw new PluginHostException("The run of the script is over. Await everything that the script begins.");

        if (Pump is null || SynchronizationContext.Current != Pump)
        {
            throw new PluginHostException(
                "A script publishes, asks, waits, reads and looks at the clock on its own thread, so that it can be resumed in the same order. "
                + "Take it out of Task.Run, of parallel loops and of callbacks.");
        }

        return _book ?? Open();
    }

    private JournalBook Open()
    {
        try
        {
            // On the pool, as this thread waits: what is read at once has no await.
            var start = _start!;
            var opened = Task.Run(() => start.OpenAsync(Cancel)).GetAwaiter().GetResult();
            _isResumed = opened.Replay is not null;
            if (opened.Replay is { IsOver: false } replay)
            {
                _replay = replay;
                _watch = new JournalWatch(Pump!, replay, start);
            }

            return _book = opened.Book;
        }
        catch (ScriptChangedException changed)
        {
            Change = changed.Message;
            throw;
        }
    }

    private string Count(string step)
    {
        _counts ??= new Dictionary<string, int>(StringComparer.Ordinal);
        _counts.TryGetValue(step, out var count);
        _counts[step] = ++count;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step}#{count}");
    }

    // What was not given before was not over then, so nothing that was given can have come of it: it has time until all of that is given again. And a
    // script that takes another way does nothing on it.
    private Task UntilLiveAsync() => _replay is { IsOver: false } replay ? replay.WaitForEnd() : Task.CompletedTask;
}
