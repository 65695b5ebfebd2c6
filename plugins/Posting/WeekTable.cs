using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>A week of posts: a column a day, a row each half hour in which there is something, all on the wall clock of the workspace.</summary>
internal sealed class WeekTable
{
    /// <summary>The column with the time.</summary>
    public const string Time = "time";

    private const int LabelLength = 18;
    private readonly DateTime _monday;
    private readonly TimeZoneInfo _zone;
    private readonly DateTimeOffset _now;

    /// <param name="now">The instant that is shown as today.</param>
    /// <param name="weeks">How many weeks after this one; below 0: before.</param>
    public WeekTable(TimeZoneInfo zone, DateTimeOffset now, int weeks)
    {
        (_zone, _now) = (zone, now);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        _monday = today.AddDays((-(((int)today.DayOfWeek + 6) % 7)) + (7 * weeks));
    }

    public DateTimeOffset From => Instant(_monday);

    public DateTimeOffset To => Instant(_monday.AddDays(7));

    /// <summary>The days and the zone: <c>23 – 29 Nov 2026, Europe/Oslo</c>.</summary>
    public string Caption
    {
        get
        {
            var sunday = _monday.AddDays(6);
            var first = _monday.ToString(_monday.Month == sunday.Month ? "%d" : "d MMM", CultureInfo.InvariantCulture);
            return $"{first} – {sunday.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}, {_zone.Id}";
        }
    }

    public Table Make(IReadOnlyList<ShownTarget> shown)
    {
        var columns = Enumerable.Range(0, 7).Select(day => NameOf(_monday.AddDays(day))).ToList();
        var cells = new SortedDictionary<TimeSpan, Record>();
        foreach (var slot in shown.GroupBy(each => SlotOf(each.Target)).GroupBy(slot => slot.Key.TimeOfDay))
        {
            var fields = new List<KeyValuePair<string, Value>> { new(Time, slot.Key.ToString("hh':'mm", CultureInfo.InvariantCulture)) };
            fields.AddRange(columns.Select(column => new KeyValuePair<string, Value>(column, Value.Nothing)));
            fields.AddRange(slot.Select(day => new KeyValuePair<string, Value>(NameOf(day.Key), CellOf(day))));
            cells[slot.Key] = new Record(fields);
        }

        return new Table
        {
            Columns = [new TableColumn { Name = Time }, .. columns.Select(name => new TableColumn { Name = name })],
            Rows = [.. cells.Values],
        };
    }

    /// <summary>What stands in a cell, by the names of its row and column.</summary>
    public IReadOnlyList<ShownTarget> InCell(IReadOnlyList<ShownTarget> shown, string time, string column) =>
    [
        .. shown.Where(each => SlotOf(each.Target) is var slot
            && NameOf(slot.Date) == column && slot.ToString("HH:mm", CultureInfo.InvariantCulture) == time),
    ];

    private static string CellOf(IEnumerable<ShownTarget> shown)
    {
        var posts = shown.GroupBy(each => each.Target.Post).ToList();
        var targets = posts.SelectMany(post => post).Select(each => each.Target).ToList();
        var sent = targets.Count(target => target.State == TargetState.Sent);
        var first = posts[0].First();
        var count = posts.Count > 1 ? $" +{Text(posts.Count - 1)}"
            : targets.Count == 1 ? ""
            : sent > 0 && sent < targets.Count ? $" {Text(sent)}/{Text(targets.Count)}"
            : $" ×{Text(targets.Count)}";
        return $"{SignOf(targets)} {Short(LabelOf(first))}{count}";
    }

    // A campaign goes by its script; what a person wrote, by what it says.
    private static string LabelOf(ShownTarget shown) =>
        shown.Campaign is { } campaign && campaign.EndsWith(".csx", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(campaign) : shown.Target.Text;

    // The one that most needs to be seen.
    private static string SignOf(List<OutboxTarget> targets) =>
        targets.Exists(target => target.State == TargetState.Unknown) ? Sign.Doubt
        : targets.Exists(target => target.HeldAt is not null) ? Sign.Warning
        : targets.TrueForAll(target => target.State == TargetState.Refused && Standing.IsTakenBack(target)) ? "·"
        : targets.Exists(target => target.State == TargetState.Refused) ? Sign.Bad
        : targets.TrueForAll(target => target.State == TargetState.Sent) ? Sign.Good
        : Sign.Waiting;

    private static string Short(string text)
    {
        var line = text.Split('\n')[0].Trim();
        var letters = new StringInfo(line);
        return letters.LengthInTextElements <= LabelLength ? line : letters.SubstringByTextElements(0, LabelLength - 1).TrimEnd() + "…";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private DateTime SlotOf(OutboxTarget target)
    {
        var local = TimeZoneInfo.ConvertTime(target.PlannedAt ?? target.CreatedAt, _zone).DateTime;
        return local.Date.AddHours(local.Hour).AddMinutes(local.Minute < 30 ? 0 : 30);
    }

    private string NameOf(DateTime day)
    {
        var name = day.ToString("ddd d", CultureInfo.InvariantCulture);
        return day.Date == TimeZoneInfo.ConvertTime(_now, _zone).Date ? name + " today" : name;
    }

    // A midnight that the clocks skip is the first instant after it.
    private DateTimeOffset Instant(DateTime midnight)
    {
        while (_zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(30);

        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight));
    }
}
