using System.Globalization;
using System.Text.Json;
using PluginHost.Giveaways.Draws;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Logs;

/// <summary>
/// What was done in a giveaway, append-only: each line holds the digest of the one before, and the giveaway holds the digest of the last and how many there are. A line
/// is written in the transaction of what it tells, so that there is neither without the other.
/// </summary>
internal static class ChainLog
{
    public const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>What stands in the first line for the digest of the one before.</summary>
    public static readonly string Nothing = new('0', 64);

    public static async Task AppendAsync(IStoreTransaction transaction, string giveaway, string step, DateTimeOffset at, Action<Utf8JsonWriter> fields)
    {
        var (count, head) = (await transaction.ReadAsync(
            $"select log_count, log_head from giveaways_giveaway where id = {giveaway}", row => (row.Integer("log_count"), row.Text("log_head"))))[0];

        // Clocks of several machines differ a little, and a clock may be set back: a log goes forward all the same.
        var last = await transaction.ReadAsync($"select line from giveaways_log where giveaway = {giveaway} and number = {count}", row => row.Text("line"));
        if (last is [var before] && ChainedLine.Read(before) is { At: var then } && then > at)
            at = then;

        var line = Line(count + 1, at, step, fields, count == 0 ? Nothing : head);
        await transaction.WriteAsync($"insert into giveaways_log (giveaway, number, line) values ({giveaway}, {count + 1}, {line})");
        await transaction.WriteAsync($"update giveaways_giveaway set log_count = {count + 1}, log_head = {Hex.DigestOf(line)} where id = {giveaway}");
    }

    public static string Line(long number, DateTimeOffset at, string step, Action<Utf8JsonWriter> fields, string previous) => JsonLine.Write(json =>
    {
        json.WriteNumber("n", number);
        json.WriteString("at", at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        json.WriteString("step", step);
        fields(json);
        json.WriteString("previous", previous);
    });

    /// <summary>The whole log, and the giveaway as it stood then: both of one moment, for somebody may be going on with it.</summary>
    /// <exception cref="PluginHostException">Lines are missing, or were changed.</exception>
    public static async Task<(StoredGiveaway Giveaway, IReadOnlyList<string> Lines)> ReadAsync(IStore store, string id, CancellationToken cancel)
    {
        var (giveaway, lines) = await store.TransactAsync(
            async transaction => (
                (await transaction.ReadAsync($"select * from giveaways_giveaway where id = {id}", StoredGiveaway.Read))[0],
                await transaction.ReadAsync($"select line from giveaways_log where giveaway = {id} order by number", row => row.Text("line"))),
            cancel);
        var previous = Nothing;
        for (var place = 0; place < lines.Count; place++)
        {
            if (ChainedLine.Read(lines[place]) is not { } line || line.Number != place + 1 || line.Previous != previous)
                throw Cut(giveaway, string.Create(CultureInfo.InvariantCulture, $"line {place + 1} does not follow the one before it"));

            previous = Hex.DigestOf(lines[place]);
        }

        return lines.Count == giveaway.LogCount && (lines.Count == 0 || previous == giveaway.LogHead)
            ? (giveaway, lines)
            : throw Cut(giveaway, string.Create(CultureInfo.InvariantCulture, $"it has {lines.Count} lines of {giveaway.LogCount}, or ends otherwise than it did"));
    }

    private static PluginHostException Cut(StoredGiveaway giveaway, string what) => new(
        $"The log of giveaway {giveaway.Id} was cut or changed: {what}. No proof can be made of it. What was published stands: compare with a backup of the workspace.");
}
