using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Decides what a run begins with: an interrupted one that it goes on with, or nothing. A person may have a say.</summary>
internal sealed class JournalStart(ScriptRequest request, ScriptTools tools, IScriptPerson person, Func<string> program)
{
    private const string GoOn = "resume it with the changed script";
    private const string Anew = "begin anew, and do all of it again";
    private const string Leave = "leave it";

    private readonly string _campaign = request.Occurrence?.Campaign ?? CampaignOf(request.Path, tools.Root);
    private IJournalStore? _store;

    public TimeProvider Clock => tools.Clock;

    /// <summary>What the run may publish; null where nobody counts.</summary>
    public PostBudget? Budget => request.Budget is { } posts ? new PostBudget(posts) : null;

    /// <summary>Whether it is to be known before the script begins, because then perhaps nothing of it may run.</summary>
    public bool IsUrgent => request.Occurrence is null && (request.Plan.Length > 0 || request.Resumption == Resumption.Changed);

    /// <summary>Notes that an effect was done by the run that is resumed: its plan has had it.</summary>
    public void NoteReplayed(string step) => tools.Plan?.NoteDone(step);

    /// <summary>Tells the person something about the run.</summary>
    public void Note(string text) => person.Note(text);

    private IJournalStore Store => _store ??= tools.Journal();

    /// <exception cref="ScriptChangedException">The script was changed since it was interrupted, and nobody has said how to go on.</exception>
    /// <exception cref="ScriptNotStartedException">Nothing was interrupted that it should go on with, or its plan was done before.</exception>
    public async Task<JournalOpened> OpenAsync(CancellationToken cancel)
    {
        if (request.Occurrence is { } occurrence)
            return await OpenAsync(occurrence, cancel);

        if (request.Resumption == Resumption.Fresh)
            await Store.AbandonAsync(_campaign, request.Args, cancel);
        else if (request.Plan.Length > 0 && await Store.FindRehearsedAsync(_campaign, request.Plan, cancel) is { } before)
            throw new ScriptNotStartedException(Describe(before));

        // Another process may be faster in taking one; then there may be another, or none.
        while (await Store.FindAsync(_campaign, request.Args, cancel) is { } run)
        {
            if (!await IsToBeResumedAsync(run, cancel))
            {
                await Store.AbandonAsync(_campaign, request.Args, cancel);
                break;
            }

            var kept = run with { Entries = Kept(run.Entries) };
            if (await Store.TakeAsync(run, kept.Entries.Count, Plan, cancel))
                return Resume(kept);
        }

        if (request.Resumption == Resumption.Changed)
        {
            throw new ScriptNotStartedException(
                $"Nothing of {Path.GetFileName(request.Path)} is interrupted{(request.Args.Count > 0 ? ", with these arguments" : "")}: run it without --resume. Nothing was done.");
        }

        return new JournalOpened { Book = NewBook() };
    }

    /// <summary>The script's path within the workspace, without its ending; in full where it lies elsewhere.</summary>
    internal static string CampaignOf(string path, string root)
    {
        var relative = Path.GetRelativePath(root, path);
        var within = Path.IsPathFullyQualified(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return Path.ChangeExtension(within, null).Replace('\\', '/');
    }

    // The process has it already. Where nothing was done yet, whatever was read is read anew.
    private async Task<JournalOpened> OpenAsync(OccurrenceName name, CancellationToken cancel)
    {
        if (await Store.FindAsync(name.Campaign, name.Occurrence, cancel) is not { } run)
            throw new PluginHostException($"{name} has passed on to another process, which goes on with it. This one did nothing.");

        var isChanged = run.Program != program();
        if (isChanged && run.HasActed && request.Resumption != Resumption.Changed)
        {
            throw new ScriptChangedException(
                $"The script was changed since {Describe(run)} was interrupted: {Done(run)}. "
                + $"\"pluginhost campaigns resume {name.Campaign} --changed\" goes on with the changed script; with --fresh, another run begins anew and does all of it again.");
        }

        var kept = run with { Entries = isChanged && !run.HasActed ? [] : Kept(run.Entries) };
        if (!await Store.TakeAsync(run, kept.Entries.Count, Plan, cancel))
            throw new PluginHostException($"{name} has passed on to another process, which goes on with it. This one did nothing.");

        if (kept.Entries.Count > 0)
            return Resume(kept);

        var book = NewBook();
        book.Resume(kept);
        return new JournalOpened { Book = book };
    }

    // A refusal that ended the run is tried anew, and what was read for it is read anew: nothing came of it.
    private static IReadOnlyList<JournalEntry> Kept(IReadOnlyList<JournalEntry> entries)
    {
        var kept = entries.Count;
        var refused = false;
        while (kept > 0 && IsToBeForgotten(entries[kept - 1]))
            kept--;

        return kept == entries.Count ? entries : [.. entries.Take(kept)];

        bool IsToBeForgotten(JournalEntry last)
        {
            refused |= last.Standing == EffectStanding.Refused;
            return last.Standing != EffectStanding.Settled || (refused && last.Kind == JournalKind.Read);
        }
    }

    private OccurrencePlan Plan => new() { Campaign = _campaign, Args = request.Args, Program = program(), Rehearsed = request.Plan };

    private JournalBook NewBook() => new(Store, Plan, tools.Clock);

    private JournalOpened Resume(InterruptedRun run)
    {
        person.Note($"Resuming {Describe(run)}: {Done(run)}. What is done is not done again{(request.Occurrence is null ? "; --fresh begins anew" : "")}.");
        var book = NewBook();
        book.Resume(run);
        return new JournalOpened { Book = book, Replay = new JournalReplay(run.Entries) };
    }

    private async Task<bool> IsToBeResumedAsync(InterruptedRun run, CancellationToken cancel)
    {
        if (run.Program == program() || request.Resumption == Resumption.Changed)
            return true;

        // Nothing was done, so there is nothing to be done twice.
        if (!run.HasActed)
            return false;

        var changed = $"The script was changed since {Describe(run)} was interrupted: {Done(run)}.";
        var answer = person.IsThere ? await person.Ask.ForChoiceAsync($"{changed} What now?", [GoOn, Anew, Leave], cancel) : null;
        return answer switch
        {
            GoOn => true,
            Anew => false,
            _ => throw new ScriptChangedException($"{changed} --resume goes on with the changed script; --fresh begins anew, and does all of it again."),
        };
    }

    private string Describe(InterruptedRun run) => $"run {run.Occurrence.Name} of {run.Occurrence.Campaign}, begun {Moment(run.Occurrence.StartedAt)}";

    private string Describe(RehearsedBefore before) => before.DoneAt is { } done
        ? $"This plan was done at {Moment(done)}, by run {before.Occurrence.Name} of {before.Occurrence.Campaign}. Nothing was done now; --fresh does it again."
        : $"This plan is being done, by run {before.Occurrence.Name} of {before.Occurrence.Campaign}, begun {Moment(before.Occurrence.StartedAt)}. Nothing was done here; wait for its end.";

    private string Moment(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, tools.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Done(InterruptedRun run) => run.Effects switch
    {
        0 => "none of its steps was over",
        1 => "1 step of it is done",
        var steps => string.Create(CultureInfo.InvariantCulture, $"{steps} steps of it are done"),
    };
}
