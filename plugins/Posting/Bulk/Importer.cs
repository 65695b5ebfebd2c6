using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Reads a file of posts and says row by row what it would do. It saves nothing.</summary>
internal sealed class Importer(IHost host, Checks checks, Outbox outbox)
{
    /// <param name="file">The file: CSV, YAML or JSON, as its ending says.</param>
    /// <param name="isUpdate">Whether rows that say something else than before are meant so.</param>
    /// <param name="tell">Is told how many rows are checked, and of how many.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="PluginHostException">It cannot be read as a whole; the message names the line.</exception>
    public async Task<ImportReport> LookAsync(string file, bool isUpdate, Action<int, int> tell, CancellationToken cancel)
    {
        var problems = new List<RowProblem>();
        var today = TimeZoneInfo.ConvertTime(host.Clock.GetUtcNow(), host.Workspace.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var reader = new RowReader(host.Times, today, await host.Services.GetAsync<IProfiles>(cancel), problems);
        var records = await ReadAsync(file, cancel);
        if (records.Count == 0)
            throw new PluginHostException($"{file} has no rows. Write a post in each, under the names of the columns: {string.Join(", ", PostRow.Columns)}.");

        // In a table, the names of the columns are the first row.
        var first = IsTable(file) ? 2 : 1;
        reader.CheckColumns(records.SelectMany(record => record.Fields.Select(field => field.Key)).Distinct());
        if (problems.Count > 0)
            return new ImportReport { File = file, Rows = records.Count, Problems = problems };

        var rows = records.Select((record, place) => reader.Read(record, place + first)).ToList();
        CheckKeys(rows, problems);
        var bad = problems.Select(problem => problem.Row).ToHashSet();
        var known = await outbox.ReadImportedAsync(cancel);
        var added = new List<(PostRow, IReadOnlyList<Route>)>();
        var changed = new List<(PostRow, IReadOnlyList<Route>, ImportedRow)>();
        foreach (var (place, row) in rows.Index())
        {
            if (place % 100 == 0)
                tell(place, rows.Count);

            var before = known.GetValueOrDefault(row.Key);
            if (bad.Contains(row.Row) || before?.Forms.Contains(row.Hash) == true)
                continue;

            if (before is not null && WhyNot(before, isUpdate) is { } why)
                problems.Add(Problem(row, "id", why));
            else if (await CheckAsync(row, problems, cancel) is not { } routes)
                continue;
            else if (before is null)
                added.Add((row, routes));
            else
                changed.Add((row, routes, before));
        }

        return new ImportReport { File = file, Rows = rows.Count, Problems = [.. problems.OrderBy(problem => problem.Row)], Added = added, Changed = changed };
    }

    private static bool IsTable(string file) => Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<Record>> ReadAsync(string file, CancellationToken cancel)
    {
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".csv":
                return await host.Workspace.ReadCsvAsync(file, cancel);

            case ".yaml" or ".yml" or ".json":
                var value = await host.Workspace.ReadYamlAsync(file, cancel);
                var posts = value is Record record && record.Find("posts") is { } inside ? inside : value;
                return [.. posts.Items.Select((item, place) => item as Record
                    ?? throw new PluginHostException($"{file}: item {place + 1} is no record. Write each post as \"- profile: …\" with its text under it."))];

            default:
                throw new WrongUseException($"{file} is no file that can be imported: its name ends with .csv, .yaml or .json.");
        }
    }

    // Two rows of one name would be one post, and nobody could say which.
    private static void CheckKeys(List<PostRow> rows, List<RowProblem> problems)
    {
        var seen = new Dictionary<string, PostRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (seen.TryAdd(row.Key, row))
                continue;

            problems.Add(row.Id.Length > 0
                ? Problem(row, "id", $"Row {seen[row.Key].Row} has the id \"{row.Id}\" too. Give each row its own.")
                : Problem(row, "text", $"Row {seen[row.Key].Row} says the same at the same time. Leave one out, or give both an id."));
        }
    }

    private static string? WhyNot(ImportedRow before, bool isUpdate) =>
        before.HasLeft ? string.Create(CultureInfo.InvariantCulture, $"The row was changed, and its post, {before.Post}, has left. Give the row another id to say it again.")
        : before.WhyKept is { } kept ? kept
        : !isUpdate ? string.Create(CultureInfo.InvariantCulture, $"The row was changed since it became post {before.Post}. update=true replaces the post.")
        : null;

    private async Task<IReadOnlyList<Route>?> CheckAsync(PostRow row, List<RowProblem> problems, CancellationToken cancel)
    {
        try
        {
            var plan = await checks.CheckAsync(row.ToPlan(), cancel);
            problems.AddRange(plan.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => Problem(row, ColumnOf(problem), TextOf(problem))));
            return plan.IsStopped ? null : plan.Routes;
        }
        catch (WrongUseException wrong)
        {
            problems.Add(Problem(row, "profile", wrong.Message));
            return null;
        }
    }

    private static string TextOf(Problem problem) => problem.Profile is { } profile ? $"{profile}: {problem.Message}" : problem.Message;

    private static string ColumnOf(Problem problem) => problem.Rule switch
    {
        "posting.past" => "at",
        "posting.nowhere" or "posting.twice" or "posting.listening" or "posting.network" or "posting.quarantine" or "posting.purpose" => "profile",
        "posting.language" => "language",
        "posting.undescribed" => "alt",
        var rule when rule.StartsWith("posting.media", StringComparison.Ordinal) => "media",
        _ => "text",
    };

    private static RowProblem Problem(PostRow row, string column, string reason) =>
        new() { Row = row.Row, Line = row.Line, Column = column, Reason = reason };
}
