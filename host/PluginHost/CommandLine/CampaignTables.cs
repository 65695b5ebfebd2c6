using System.Globalization;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Campaigns and their occurrences, as tables.</summary>
internal static class CampaignTables
{
    private const int Lines = 200;

    public static Table OfCampaigns(IReadOnlyList<CampaignStanding> standings, string root) => Table.Of(
        standings,
        ("name", standing => standing.Campaign.Name),
        ("script", standing => Path.GetRelativePath(root, standing.Campaign.Entry.Script).Replace('\\', '/')),
        ("when", standing => standing.Campaign.When),
        ("next", standing => standing.Next?.ToString() ?? NoNext(standing.Campaign)),
        ("last", standing => standing.Last is { } last ? $"{standing.NameOf(last)} {Describe(last)}" : null),
        ("state", standing => standing.Open is { } open ? $"{standing.NameOf(open)} {Describe(open)}" : standing.Campaign.Entry.Off ? "off" : "idle"));

    /// <summary>Shows a campaign; with JSON as one record.</summary>
    public static async Task ShowAsync(Session session, CampaignStanding standing, bool json, CancellationToken cancel)
    {
        var campaigns = session.Engine.Campaigns;
        var name = standing.Campaign.Name;
        var occurrences = OfOccurrences(standing.Occurrences);
        var steps = standing.Occurrences is [{ } newest, ..] ? await campaigns.ReadStepsAsync((standing.Open ?? newest).Name, cancel) : [];
        var journal = Table.Of(steps, ("step", step => step.Step), ("done", step => step.Body));
        var lines = await campaigns.ReadLinesAsync(name, Lines, cancel);
        var log = Table.Of(lines, ("at", line => line.At), ("says", line => line.Text));
        var entry = standing.Campaign.Entry;
        var about = Record.Of(
            ("name", name),
            ("script", entry.Script),
            ("when", standing.Campaign.When),
            ("next", standing.Next?.ToString()),
            ("written", entry.Place),
            ("overlap", standing.Campaign.Overlap.ToString().ToLowerInvariant()),
            ("missed", entry.Missed.ToString().ToLowerInvariant()),
            ("budget", entry.Budget is { } posts ? string.Create(CultureInfo.InvariantCulture, $"{posts} posts") : null),
            ("timeout", entry.Timeout is { } timeout ? Engine.Settings.DurationText.Of(timeout) : null));
        if (json)
        {
            session.Printer.Print(new Record([.. about.Fields, new("occurrences", occurrences), new("journal", journal), new("log", log)]));
            return;
        }

        session.Printer.Print(about);
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

    private static Table OfOccurrences(IReadOnlyList<KnownOccurrence> occurrences) => Table.Of(
        occurrences,
        ("occurrence", known => known.Name.Occurrence),
        ("by", known => known.StartedBy.ToString().ToLowerInvariant()),
        ("state", known => Describe(known)),
        ("started", known => known.StartedAt is { } at ? at : Value.Nothing),
        ("ended", known => known.EndedAt is { } at ? at : Value.Nothing),
        ("runs", known => known.Attempts),
        ("cpu", known => string.Create(CultureInfo.InvariantCulture, $"{known.Cpu.TotalSeconds:0.0} s")),
        ("memory", known => string.Create(CultureInfo.InvariantCulture, $"{known.PeakMemory / 1048576} MB")));

    private static string? NoNext(Campaign campaign) =>
        campaign.Entry.Off ? "off" : campaign.Schedule is not null ? "never: all of it lies in the past" : null;
}
