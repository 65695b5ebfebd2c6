using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Writes posts into a file: as rows that come back as the same posts, or as a calendar.</summary>
internal sealed class Exporter(IHost host, Outbox outbox)
{
    private static readonly string[] Columns = ["id", "profile", "text", "language", "at", "zone", "missed", "more", "media", "alt", "state"];

    /// <returns>How many rows were written.</returns>
    /// <exception cref="PluginHostException">The file cannot be written.</exception>
    public async Task<int> WriteAsync(string file, bool isAll, CancellationToken cancel)
    {
        var targets = await outbox.ReadForExportAsync(isAll, cancel);
        if (Path.GetExtension(file).Equals(".ics", StringComparison.OrdinalIgnoreCase))
        {
            var planned = targets
                .Select(each => each.Target)
                .GroupBy(target => (target.Post, target.Profile))
                .Select(thread => thread.OrderBy(target => target.Part).ToList())
                .Where(thread => thread[0] is { Part: 0, PlannedAt: not null })
                .ToList();
            await host.Workspace.WriteTextAsync(file, ICalendar.Of(planned, host.Clock.GetUtcNow()), cancel);
            return planned.Count;
        }

        var rows = new List<(PostRow Row, string State, long Post)>();
        foreach (var post in targets.GroupBy(each => each.Target.Post))
            rows.AddRange((await RowsOfAsync([.. post], cancel)).Select(row => (row, TargetStates.Text(post.First().Target.State), post.Key)));

        var table = TableOf(rows.Select(row => (row.Row, row.State)));
        Func<Task> write = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".csv" => () => host.Workspace.WriteCsvAsync(file, Guarded(table), cancel),
            ".json" => () => host.Workspace.WriteTextAsync(file, JsonOf(table), cancel),
            _ => throw new WrongUseException($"{file} is no file that posts can be written to: its name ends with .csv, .json or .ics."),
        };

        // First, and on disk: what stands in a file and is not noted is planned a second time when the file comes back.
        await outbox.NoteExportedAsync([.. rows.Select(row => (row.Row, row.Post))], cancel);
        await write();
        return rows.Count;
    }

    // What several profiles say alike is one row. The parts of a thread are one on each profile.
    private async Task<IEnumerable<PostRow>> RowsOfAsync(List<(OutboxTarget Target, string? Import)> post, CancellationToken cancel)
    {
        var media = await outbox.ReadMediaAsync([.. post.Select(each => each.Target)], cancel);
        return post
            .GroupBy(each => each.Target.Profile)
            .Where(thread => thread.First().Target.Part == 0)
            .Select(thread => RowOf([.. thread], media))
            .GroupBy(row => (row with { Id = "", Profiles = [] }).Hash)
            .Select(alike => alike.First() with { Profiles = [.. alike.SelectMany(row => row.Profiles)] });
    }

    private PostRow RowOf(List<(OutboxTarget Target, string? Import)> thread, ILookup<string, Medium> media)
    {
        var (first, import) = thread[0];
        return new PostRow
        {
            Id = first.Place == 0 && import is not null ? import : first.Key,
            Profiles = [first.Profile],
            Text = first.Text,
            Language = first.Language,
            Due = DueOf(first),
            Missed = first.Missed,
            More = [.. thread.Skip(1).Select(each => each.Target.Text)],
            Media = [.. thread.SelectMany(each => media[each.Target.Key])],
        };
    }

    private DueTime? DueOf(OutboxTarget target) => target switch
    {
        { PlannedAt: null } => null,
        { Wall: { } wall, Zone: { } zone } => host.Times.At(DateTime.ParseExact(wall, "s", CultureInfo.InvariantCulture), host.Times.ReadZone(zone)),
        { PlannedAt: { } at } => DueTime.At(at),
    };

    private static Table Guarded(Table table) => new()
    {
        Columns = [.. table.Columns, new TableColumn { Name = FormulaGuard.Column }],
        Rows = [.. table.Rows.Select(FormulaGuard.Guard)],
    };

    private static Table TableOf(IEnumerable<(PostRow Row, string State)> rows) => new()
    {
        Columns = [.. Columns.Select(name => new TableColumn { Name = name })],
        Rows =
        [
            .. rows.Select(each => Record.Of(
                ("id", each.Row.Id),
                ("profile", string.Join(' ', each.Row.Profiles)),
                ("text", each.Row.Text),
                ("language", each.Row.Language),
                ("at", each.Row.Time.At),
                ("zone", each.Row.Time.Zone),
                ("missed", each.Row.Missed?.ToText() ?? ""),
                ("more", string.Join(PostRow.Between, each.Row.More)),
                ("media", string.Join(PostRow.Between, each.Row.Media.Select(medium => medium.Part == 0 ? medium.File : $"#{medium.Part + 1} {medium.File}"))),
                ("alt", string.Join(PostRow.Between, each.Row.Media.Select(medium => medium.Alt))),
                ("state", each.State))),
        ],
    };

    // Written by hand, a value at a time: what serializes by type remembers the type, and the plugin could not be unloaded.
    private static string JsonOf(Table table)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var row in table.Rows)
            {
                writer.WriteStartObject();
                foreach (var (name, value) in row.Fields)
                    writer.WriteString(name, value.ToString());

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
