using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <content>What was heard.</content>
internal sealed partial class StreamLog
{
    private const int RowsAtOnce = 100;

    /// <summary>Appends what is new of a page, and moves the cursor, in one transaction; both only while the lease is the owner's.</summary>
    /// <returns>How many entries it made; null where the lease is another's.</returns>
    public Task<int?> AppendAsync(string stream, string owner, HeardPage page, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel) =>
        WriteAsync(connection => Append(connection, stream, owner, page, now, until), cancel);

    private static int? Append(StoreConnection connection, string stream, string owner, HeardPage page, DateTimeOffset now, DateTimeOffset until)
    {
        // The row is locked with this: whoever takes the lease comes before or after, not in between.
        var held = connection.Read($"""
            update pluginhost_stream set cursor = {page.Cursor}, lease_until = {until} where name = {stream} and owner = {owner} returning last
            """);
        if (held.Rows.Count == 0)
            return null;

        var before = held.Map(row => row.Integer("last"))[0];
        var last = before;
        if (page.Gap.Length > 0 && page.Gap != LastGap(connection, stream, before))
            AppendGap(connection, stream, ++last, page.Gap, now);

        foreach (var items in page.Items.Chunk(RowsAtOnce))
            last = AppendNew(connection, stream, last, items);

        if (last > before)
            connection.Write($"update pluginhost_stream set last = {last} where name = {stream}");

        return (int)(last - before);
    }

    // A source that stands before a gap may tell of it again and again.
    private static string LastGap(StoreConnection connection, string stream, long last) =>
        connection.Read($"select gap from pluginhost_stream_event where stream = {stream} and position = {last}")
            .Map(row => row.Text("gap")).FirstOrDefault() ?? "";

    private static void AppendGap(StoreConnection connection, string stream, long position, string gap, DateTimeOffset now) => connection.Write($$"""
        insert into pluginhost_stream_event(stream, position, id, at, data, gap) values ({{stream}}, {{position}}, '', {{now}}, '{}', {{gap}})
        """);

    private static long AppendNew(StoreConnection connection, string stream, long last, HeardItem[] items)
    {
        var known = KnownOf(connection, stream, items);
        var insert = new Sql(100, items.Length * 5);
        insert.AppendLiteral("insert into pluginhost_stream_event(stream, position, id, at, data) values ");
        var before = last;
        foreach (var item in items)
        {
            if (!known.Add(item.Id))
                continue;

            insert.AppendLiteral(last++ > before ? ", (" : "(");
            insert.AppendFormatted(stream);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(last);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(item.Id);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(item.At);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(item.Json);
            insert.AppendLiteral(")");
        }

        if (last > before)
            connection.Write(insert);

        return last;
    }

    private static HashSet<string> KnownOf(StoreConnection connection, string stream, HeardItem[] items)
    {
        Sql query = $"select id from pluginhost_stream_event where stream = {stream} and id <> '' and id in (";
        for (var i = 0; i < items.Length; i++)
        {
            query.AppendLiteral(i > 0 ? ", " : "");
            query.AppendFormatted(items[i].Id);
        }

        query.AppendLiteral(")");
        return connection.Read(query).Map(row => row.Text("id")).ToHashSet(StringComparer.Ordinal);
    }
}
