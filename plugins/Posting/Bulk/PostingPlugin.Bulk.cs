using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>Plans the posts of a file.</summary>
    [Command(
        "posting.import",
        "Posting: Import",
        Description = "Plans the posts of a CSV, YAML or JSON file (columns: id, profile, text, language, at, zone, missed, more, media, alt), all or none. The same file again changes nothing.")]
    public async Task<Table> ImportAsync(
        IHost host,
        [Asks("Which file?")] string file,
        [Asks("Only show what it would do?", Default = "false")] bool dry,
        [Asks("Replace posts whose rows were changed?", Default = "false")] bool update,
        CancellationToken cancel)
    {
        var report = await host.Jobs.RunAsync(
            $"Importing {file}",
            async job =>
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, job.Cancel);
                var looked = await _importer.LookAsync(file, update, (done, of) => job.Report((double)done / of, string.Create(CultureInfo.InvariantCulture, $"row {done + 1} of {of}")), either.Token);
                if (looked.Problems.Count == 0 && !dry && looked.Added.Count + looked.Changed.Count > 0)
                    await _outbox.ImportAsync(looked, either.Token);

                return looked;
            },
            cancel);
        if (report.Problems.Count > 0)
            throw dry ? new FailedWithResultException($"{Counted(report)}. Nothing was saved: it was only looked at.", TableOf(report.Problems)) : new PluginHostException(TextOf(report));

        _announcer.Refresh();
        return Table.Of(
            [report],
            ("file", each => each.File),
            ("rows", each => each.Rows),
            ("added", each => each.Added.Count),
            ("changed", each => each.Changed.Count),
            ("unchanged", each => each.Unchanged),
            ("saved", _ => dry ? "no, it was only looked at" : "yes"));
    }

    /// <summary>Writes posts into a file.</summary>
    [Command(
        "posting.export",
        "Posting: Export",
        Description = "Writes what waits, or everything, into a CSV, JSON or iCalendar (.ics) file. CSV and JSON can be imported again.")]
    public async Task<Table> ExportAsync(
        IHost host,
        [Asks("Into which file?")] string file,
        [Asks("What: waiting or all?", Default = "waiting", Choices = ["waiting", "all"])] string what,
        [Asks("Write over the file, where there is one?", Default = "false")] bool over,
        CancellationToken cancel)
    {
        if (what is not ("waiting" or "all"))
            throw new WrongUseException($"what={what}: it is waiting or all.");

        if (!over && host.Workspace.Exists(file))
            throw new WrongUseException($"There is a file {file} already, and it was left as it is. over=true writes over it; or name another.");

        var count = await new Exporter(host, _outbox).WriteAsync(file, what == "all", cancel);
        return Table.Of([file], ("file", each => each), ("rows", _ => count));
    }

    private static Table TableOf(IReadOnlyList<RowProblem> problems) => Table.Of(
        problems,
        ("row", problem => problem.Row),
        ("line", problem => problem.Line),
        ("column", problem => problem.Column),
        ("reason", problem => problem.Reason));

    private static string TextOf(ImportReport report) =>
        $"{Counted(report)}, so nothing was saved. Mend them and import the file again.\n{string.Join('\n', report.Problems)}";

    private static string Counted(ImportReport report) => string.Create(
        CultureInfo.InvariantCulture, $"{report.File}: {report.Problems.Select(problem => problem.Row).Distinct().Count()} of {report.Rows} rows cannot be imported");
}
