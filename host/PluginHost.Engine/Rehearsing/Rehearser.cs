using System.Globalization;
using Microsoft.Data.Sqlite;
using PluginHost.Campaigns;
using PluginHost.Engine.Background;
using PluginHost.Engine.Output;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// Rehearses a script: opens the workspace on a throw-away copy of its store, with every profile on a network for rehearsals, and lets days pass as fast as it can.
/// A rehearsal has its process to itself: the clock moves when the thread pool is idle.
/// </summary>
public static class Rehearser
{
    // Services of plugins have begun their work when the script begins its own.
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(1);

    /// <summary>Rehearses a script to the end of the days.</summary>
    /// <param name="options">The workspace, as it is opened in earnest.</param>
    /// <param name="request">What is rehearsed.</param>
    /// <param name="cancel">Gives it up. Nothing is left of it.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="WrongUseException">The workspace cannot be opened as it is written, there is nowhere to rehearse, or the workspace is not trusted.</exception>
    /// <exception cref="PluginHostException">The rehearsal could not be made.</exception>
    public static async Task<RehearsalReport> RunAsync(EngineOptions options, RehearsalRequest request, CancellationToken cancel)
    {
        var workspace = ReadWorkspace(options);
        if (WorkspaceTrust.Of(options).WhyNot is { } reason)
            throw new WrongUseException(reason);

        using var folder = WorkFolder.Make();
        var store = CopyStore(workspace, folder);
        var clock = new StageClock(request.From - Lead, workspace.Zone, request.Seed);
        var stage = new Stage(clock);
        var rehearsal = new Rehearsal
        {
            Clock = clock,
            Stage = stage,
            Data = folder.Data,
            Overlay = new Overlay(workspace.Root, folder.Files),
            Notes = new RehearsalNotes(clock, [.. workspace.Profiles.Select(profile => profile.Profile.Name)]),
        };
        RehearsalReport? report = null;
        stage.Moving = WatchTimers(stage, rehearsal.Notes, cancel);
        await stage.RunAsync(async () => report = await RehearseAsync(options, request, rehearsal, store, cancel));
        cancel.ThrowIfCancellationRequested();
        request.Looking?.Invoke(folder.Data);
        return report!;
    }

    private static WorkspaceConfiguration ReadWorkspace(EngineOptions options)
    {
        var reading = WorkspaceReader.Read(options);
        return reading.Problems.Count > 0 ? throw new WrongUseException(string.Join('\n', reading.Problems)) : reading.Workspace!;
    }

    private static string CopyStore(WorkspaceConfiguration workspace, WorkFolder folder)
    {
        var file = Path.Combine(WorkspaceData.FolderOf(workspace.Root), WorkFolder.StoreName);
        var isOnServer = workspace.Store is not null || Environment.GetEnvironmentVariable(Store.Postgres.PostgresAddress.Variable) is { Length: > 0 };
        folder.CopyStore(isOnServer ? "" : file);
        return isOnServer ? "The workspace is kept on PostgreSQL, which is not copied: the rehearsal began with an empty store."
            : File.Exists(file) ? "The rehearsal began with a copy of the workspace's store."
            : "The workspace has no store yet: the rehearsal began with an empty one.";
    }

    // A timer of the machine's clock is a way out of the rehearsal that can be seen: Task.Delay, HttpClient, a timeout.
    private static Action WatchTimers(Stage stage, RehearsalNotes notes, CancellationToken cancel)
    {
        // The database's library makes its own with the first connection.
        using (var connection = new SqliteConnection("Data Source=:memory:"))
            connection.Open();

#pragma warning disable RS0030 // Timers are counted here, and none is made.
        var before = Timer.ActiveCount;
        return () =>
        {
            if (stage.HasStranger)
                notes.NoteProblem(Severity.Error, "Something went on by a thread of its own, which a rehearsal cannot follow. Work belongs into host.Jobs.");

            if (Timer.ActiveCount > before && !cancel.IsCancellationRequested)
            {
                notes.NoteProblem(
                    Severity.Error,
                    "Something waits by the machine's clock, which a rehearsal cannot move: a Task.Delay, a timer or an HttpClient of a plugin's or the script's own. "
                    + "Scripts use Wait and Every, plugins host.Clock and host.Http.");
            }
        };
#pragma warning restore RS0030
    }

    private static async Task<RehearsalReport> RehearseAsync(
        EngineOptions options, RehearsalRequest request, Rehearsal rehearsal, string store, CancellationToken cancel)
    {
        var (clock, notes) = (rehearsal.Clock, rehearsal.Notes);
        var person = new RehearsedPerson(clock, request.Answers);
        var opening = Engine.Open(options with { Rehearsal = rehearsal, Clock = clock, Person = person, Unloadable = false });
        await using var engine = opening is EngineOpened { Engine: var opened } ? opened : throw new WrongUseException($"The workspace cannot be opened: {opening}");
        NoteRefusedPlugins(engine, notes);
        engine.Output.Added += line => NoteLine(line, notes);
        engine.Faults.Added += fault => notes.NoteProblem(Severity.Error, fault.ToString());
        engine.Background.Changed += change => NoteChange(change, notes);

        using var stop = new CancellationTokenSource();
        var services = engine.Background.RunAsync(stop.Token);
        await clock.UntilAsync(request.From, cancel);
        var runs = await RunAllAsync(engine, request, rehearsal, person, cancel);
        await clock.UntilAsync(request.Until, cancel);

        var counts = await CountAsync(engine, request, notes, cancel);
        await stop.CancelAsync();
        await services;
        return new RehearsalReport
        {
            Script = JournalStart.CampaignOf(request.Script, engine.Workspace.Root) + ".csx",
            Workspace = engine.Workspace.Name,
            Zone = engine.Workspace.Zone,
            From = request.From,
            Until = request.Until,
            Seed = request.Seed,
            Store = store,
            Runs = [.. runs.Select(run => run with { Expectations = notes.ExpectationsOf(run.Number) })],
            Timeline = notes.Posts,
            Problems = notes.Problems,
            Counts = counts,
            Mails = notes.Mails,
            Files = rehearsal.Overlay.Written,
            Inputs = InputsOf(request.Script, engine.Workspace.Root, rehearsal),
            Planned = notes.Planned,
        };
    }

    // What the script has written itself is no input of it.
    private static SortedDictionary<string, string> InputsOf(string script, string root, Rehearsal rehearsal)
    {
        var inputs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in PlanInputs.ProgramOf(script).Concat(rehearsal.Notes.Read))
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (!rehearsal.Overlay.Written.Contains(name))
                inputs[name] = PlanInputs.HashOf(file);
        }

        return inputs;
    }

    private static async Task<List<RehearsedRun>> RunAllAsync(
        Engine engine, RehearsalRequest request, Rehearsal rehearsal, RehearsedPerson person, CancellationToken cancel)
    {
        var clock = rehearsal.Clock;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var end = clock.CreateTimer(static over => ((CancellationTokenSource)over!).Cancel(), over, request.Until - clock.GetUtcNow(), Timeout.InfiniteTimeSpan);
        var runs = new List<RehearsedRun>();

        // What is not run has not shown that it could be.
        if (request.Starts.Count == 0 && await engine.Scripts.CheckAsync(request.Script, cancel) is { } refusal)
            rehearsal.Notes.NoteProblem(Severity.Error, refusal.ToString()!);

        foreach (var start in request.Starts)
        {
            if (start < clock.GetUtcNow() && runs.Count > 0)
            {
                rehearsal.Notes.NoteProblem(Severity.Warning, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The run of {TimeZoneInfo.ConvertTime(start, clock.LocalTimeZone):yyyy-MM-dd HH:mm} was left out: the one before it had not ended."));
                continue;
            }

            await clock.UntilAsync(start, cancel);
            runs.Add(await RunOnceAsync(engine, request, rehearsal, person, over.Token));
            cancel.ThrowIfCancellationRequested();
        }

        return runs;
    }

    private static async Task<RehearsedRun> RunOnceAsync(
        Engine engine, RehearsalRequest request, Rehearsal rehearsal, RehearsedPerson person, CancellationToken over)
    {
        var number = rehearsal.Notes.BeginRun();
        var from = rehearsal.Clock.GetUtcNow();
        var script = new ScriptRequest { Path = request.Script, Args = request.Args, Resumption = Resumption.Fresh };
        var outcome = await engine.Scripts.RunAsync(script, person, over);
        return new RehearsedRun
        {
            Number = number,
            From = from,
            Until = rehearsal.Clock.GetUtcNow(),
            Outcome = outcome is ScriptCancelled && over.IsCancellationRequested ? null : outcome,
            Said = person.TakeSaid(),
            Expectations = [],
        };
    }

    private static void NoteRefusedPlugins(Engine engine, RehearsalNotes notes)
    {
        foreach (var plugin in engine.Plugins.All.Where(plugin => plugin.Entry.On && !plugin.IsUsable))
            notes.NoteProblem(Severity.Warning, $"{plugin.Id} is not used: {plugin.Refusal}");
    }

    private static void NoteLine(OutputLine line, RehearsalNotes notes)
    {
        if (line.Severity is Severity.Warning or Severity.Error)
            notes.NoteProblem(line.Severity, $"{line.Source}: {line.Text}");
    }

    private static void NoteChange(BackgroundChange change, RehearsalNotes notes)
    {
        if (change.State is BackgroundState.Failed or BackgroundState.LeftBehind)
            notes.NoteProblem(Severity.Error, change.ToString());
    }

    // What people did, the networks know; what we said, we have seen.
    private static async Task<IReadOnlyList<ProfileCount>> CountAsync(Engine engine, RehearsalRequest request, RehearsalNotes notes, CancellationToken cancel)
    {
        var counts = new List<ProfileCount>();
        foreach (var profile in engine.Profiles.All)
        {
            var sent = notes.Posts.Where(post => post.Profile == profile.Name && post.State == TargetState.Sent).ToList();
            var (replies, reactions) = await CountEventsAsync(engine, profile, request.From, cancel);
            counts.Add(new ProfileCount
            {
                Profile = profile.Name,
                Posts = sent.Count(post => post.Answers is null),
                Answers = sent.Count(post => post.Answers is not null),
                Replies = replies,
                Reactions = reactions,
                Cost = await EstimateAsync(engine, profile, sent, cancel),
            });
        }

        return counts;
    }

    // By the contract alone: what a publisher does not know is not known.
    private static async Task<Amount?> EstimateAsync(Engine engine, Profile profile, IReadOnlyList<RehearsedPost> sent, CancellationToken cancel)
    {
        Amount? sum = null;
        foreach (var post in sent)
        {
            var variant = new Variant
            {
                Profile = profile.Name,
                Text = post.Text,
                InReplyTo = post.Answers,
                Media = [.. Enumerable.Repeat(new Medium { File = "rehearsed", Alt = "described" }, post.Described)],
            };
            var plan = new PostPlan { Variants = [variant], AskedBy = "rehearse", At = post.At };
            var publisher = await engine.GetPublisherAsync(cancel);
            if (await publisher.EstimateAsync(plan, cancel) is not [{ Total: { } cost }] || (sum is not null && sum.Currency != cost.Currency))
                return null;

            sum = cost with { Micros = cost.Micros + (sum?.Micros ?? 0) };
        }

        return sum;
    }

    private static async Task<(int Replies, int Reactions)> CountEventsAsync(Engine engine, Profile profile, DateTimeOffset from, CancellationToken cancel)
    {
        var network = await engine.Networks.ForAsync(profile, cancel);
        if (network.Listen is not { } listen)
            return (0, 0);

        var (replies, reactions) = (0, 0);
        string? cursor = null;
        while (await listen.ReadAsync(profile, cursor, cancel) is { Events.Count: > 0 } page)
        {
            foreach (var happened in page.Events.Where(happened => happened.At >= from))
            {
                if (happened.Kind is NetworkEventKind.Reply or NetworkEventKind.Mention)
                    replies++;
                else
                    reactions++;
            }

            if (page.Cursor == cursor)
                break;

            cursor = page.Cursor;
        }

        return (replies, reactions);
    }
}
