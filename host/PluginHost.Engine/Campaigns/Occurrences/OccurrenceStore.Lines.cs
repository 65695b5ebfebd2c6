using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>What occurrences said, and did.</content>
internal sealed partial class OccurrenceStore
{
    /// <summary>So many lines of an occurrence are kept: the newest.</summary>
    public const int MostLines = 2_000;

    /// <summary>Adds lines that an occurrence said.</summary>
    public Task AddLinesAsync(OccurrenceName name, IReadOnlyList<LogLine> lines) => WriteAsync(connection =>
    {
        var seq = connection.Read($"""
            select coalesce(max(seq), 0) as seq from pluginhost_occurrence_line where campaign = {name.Campaign} and occurrence = {name.Occurrence}
            """).Map(row => row.Integer("seq"))[0];
        foreach (var line in lines)
        {
            seq++;
            connection.Write($"""
                insert into pluginhost_occurrence_line (campaign, occurrence, seq, at, severity, text)
                values ({name.Campaign}, {name.Occurrence}, {seq}, {line.At}, {(long)line.Severity}, {line.Text})
                """);
        }

        return connection.Write($"""
            delete from pluginhost_occurrence_line
            where campaign = {name.Campaign} and occurrence = {name.Occurrence} and seq <= {seq - MostLines}
            """);
    });

    /// <summary>The newest lines that a campaign's occurrences said, oldest first.</summary>
    public async Task<IReadOnlyList<LogLine>> ReadLinesAsync(string campaign, int limit, CancellationToken cancel) =>
        [.. (await ReadSaidAsync(campaign, null, limit, cancel)).Select(said => said.Line)];

    /// <summary>The same with the occurrence that said each; of one occurrence alone where it is named.</summary>
    public Task<IReadOnlyList<(string Occurrence, LogLine Line)>> ReadSaidAsync(string campaign, string? occurrence, int limit, CancellationToken cancel) => store.Exists
        ? ReadAsync(
            connection => (IReadOnlyList<(string, LogLine)>)[.. connection.Read(occurrence is null
                ? $"select occurrence, at, severity, text from pluginhost_occurrence_line where campaign = {campaign} order by at desc, seq desc limit {limit}"
                : (Sql)$"""
                    select occurrence, at, severity, text from pluginhost_occurrence_line
                    where campaign = {campaign} and occurrence = {occurrence} order by at desc, seq desc limit {limit}
                    """).Map(row => (
                        row.Text("occurrence"),
                        new LogLine { At = row.Instant("at"), Severity = (Severity)row.Integer("severity"), Text = row.Text("text") })).Reverse()],
            cancel)
        : Task.FromResult<IReadOnlyList<(string, LogLine)>>([]);

    /// <summary>What an occurrence has done, step by step: the step's name and what was done.</summary>
    public Task<IReadOnlyList<(string Step, string Body)>> ReadStepsAsync(OccurrenceName name, CancellationToken cancel) => ReadAsync(
        connection => connection.Read($"""
            select step, body from pluginhost_journal
            where campaign = {name.Campaign} and occurrence = {name.Occurrence} and kind = {JournalKinds.Effect} order by seq
            """).Map(row => (row.Text("step"), row.Text("body"))),
        cancel);
}
