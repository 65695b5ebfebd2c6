using System.Globalization;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Campaigns and their occurrences, as tables.</summary>
internal static class CampaignTables
{
    private const int Lines = 200;
    private const int LongestCell = 72;
    private const string Wall = "ddd yyyy-MM-dd HH:mm:ss";

    public static Table OfCampaigns(IReadOnlyList<CampaignStanding> standings, string root) => Table.Of(
        standings,
        ("name", standing => standing.Campaign.Name),
        ("script", standing => ScriptOf(standing, root)),
        ("when", standing => standing.Campaign.When),
        ("next", standing => standing.Next?.ToString() ?? NoNext(standing.Campaign)),
        ("last", standing => standing.Last is { } last ? Short($"{standing.NameOf(last)} {Describe(last)}") : null),
        ("state", standing => Short(StateOf(standing))));

    /// <summary>The same for programs: nothing is cut, and beside each text stands the instant.</summary>
    public static Table OfCampaignsForPrograms(IReadOnlyList<CampaignStanding> standings, string root) => Table.Of(
        standings,
        ("name", standing => standing.Campaign.Name),
        ("script", standing => ScriptOf(standing, root)),
        ("when", standing => standing.Campaign.When),
        ("next", standing => standing.Next?.ToString() ?? NoNext(standing.Campaign)),
        ("nextAt", standing => InstantOf(standing.Next?.Instant)),
        ("last", standing => standing.Last is { } last ? $"{standing.NameOf(last)} {Describe(last)}" : null),
        ("lastAt", standing => InstantOf(standing.Last?.EndedAt)),
        ("state", standing => StateOf(standing)),
        ("runningSince", standing => InstantOf(standing.Of(OccurrenceState.Running) is [var first, ..] ? first.StartedAt : null)),
        ("waiting", standing => standing.Of(OccurrenceState.Waiting).Count));

    /// <summary>Shows a campaign; with JSON as one record.</summary>
    /// <param name="session">The open workspace.</param>
    /// <param name="standing">How it stands.</param>
    /// <param name="occurrence">The one of which alone is told; null: all of them.</param>
    /// <param name="json">Whether a program reads it.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static async Task ShowAsync(Session session, CampaignStanding standing, string? occurrence, bool json, CancellationToken cancel)
    {
        var campaigns = session.Engine.Campaigns;
        var name = standing.Campaign.Name;
        var shown = standing.Occurrences.Where(known => occurrence is null || known.Name.Occurrence == occurrence).ToList();

        // Of all that are open, and of the newest: what came before has ended, and is asked for by its name.
        var steps = new List<(string Occurrence, string Step, string Body)>();
        foreach (var known in shown.Where((known, place) => place == 0 || !known.IsOver).Reverse())
            steps.AddRange((await campaigns.ReadStepsAsync(known.Name, cancel)).Select(step => (known.Name.Occurrence, step.Step, step.Body)));

        var journal = Table.Of(steps, ("occurrence", step => step.Occurrence), ("step", step => step.Step), ("done", step => step.Body));
        var lines = await campaigns.ReadSaidAsync(name, occurrence, Lines, cancel);
        Value At(DateTimeOffset? at) => json ? InstantOf(at) : at is { } instant ? TimeZoneInfo.ConvertTime(instant, standing.Zone).ToString(Wall, CultureInfo.InvariantCulture) : Value.Nothing;
        var occurrences = OfOccurrences(shown, At);
        var log = Table.Of(lines, ("at", said => At(said.Line.At)), ("occurrence", said => said.Occurrence), ("says", said => said.Line.Text));
        var entry = standing.Campaign.Entry;
        var about = Record.Of(
            ("name", name),
            ("script", entry.Script),
            ("when", standing.Campaign.When),
            ("state", StateOf(standing)),
            ("next", json ? standing.Next?.ToString() : standing.Next is { } next ? At(next.Instant) : NoNext(standing.Campaign)),
            ("nextAt", json ? InstantOf(standing.Next?.Instant) : Value.Nothing),
            ("times", $"in {standing.Zone.Id}"),
            ("written", entry.Place),
            ("overlap", standing.Campaign.Overlap.ToString().ToLowerInvariant()),
            ("missed", entry.Missed.ToString().ToLowerInvariant()),
            ("budget", entry.Budget is { } posts ? string.Create(CultureInfo.InvariantCulture, $"{posts} {(posts == 1 ? "post" : "posts")}") : null),
            ("timeout", entry.Timeout is { } timeout ? Engine.Settings.DurationText.Of(timeout) : null));
        if (json)
        {
            session.Printer.Print(new Record([.. about.Fields, new("occurrences", occurrences), new("journal", journal), new("log", log)]));
            return;
        }

        session.Printer.Print(new Record([.. about.Fields.Where(field => field.Key != "nextAt")]));
        foreach (var (title, table) in new[] { ("Occurrences", occurrences), ("Journal", journal), ("Log", log) })
        {
            session.Person.Say($"\n{title}");
            session.Printer.Print(table);
        }
    }

    /// <summary>How an occurrence stands, as people read it.</summary>
    public static string Describe(KnownOccurrence known)
    {
        var state = known.State == OccurrenceState.Waiting ? "waits for a person" : known.State.ToString().ToLowerInvariant();
        return known.Outcome.Length > 0 ? $"{state}: {known.Outcome}" : state;
    }

    private static string ScriptOf(CampaignStanding standing, string root) => Path.GetRelativePath(root, standing.Campaign.Entry.Script).Replace('\\', '/');

    private static string StateOf(CampaignStanding standing) => standing.Open is { Length: > 0 } open ? open : standing.Campaign.Entry.Off ? "off" : "idle";

    private static Value InstantOf(DateTimeOffset? at) => at is { } instant ? instant : Value.Nothing;

    // In a list one line each; "show" has all of it.
    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > LongestCell ? $"{line[..(LongestCell - 1)]}…" : line;
    }

    private static Table OfOccurrences(IReadOnlyList<KnownOccurrence> occurrences, Func<DateTimeOffset?, Value> at) => Table.Of(
        occurrences,
        ("occurrence", known => known.Name.Occurrence),
        ("by", known => known.StartedBy.ToString().ToLowerInvariant()),
        ("state", known => Describe(known)),
        ("started", known => at(known.StartedAt)),
        ("ended", known => at(known.EndedAt)),
        ("runs", known => known.Attempts),
        ("cpu", known => string.Create(CultureInfo.InvariantCulture, $"{known.Cpu.TotalSeconds:0.0} s")),
        ("memory", known => string.Create(CultureInfo.InvariantCulture, $"{known.PeakMemory / 1048576} MB")));

    // What is about one date was once; of what comes again and again, and not once, there is no such day.
    private static string? NoNext(Campaign campaign) => campaign switch
    {
        { Entry.Off: true } => "off",
        { Schedule: null } => null,
        { Schedule.IsOnce: true } => "never: all of it lies in the past",
        _ => "never: no day is such a day",
    };
}
