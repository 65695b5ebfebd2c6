using System.Globalization;
using Cronos;
using NodaTime;
using PluginHost.Engine.Settings;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>Reads one schedule, from its first word to its last. What goes wrong first is told, with its place.</summary>
internal sealed class ScheduleText(string text, TimeZoneInfo defaultZone, DateTimeOffset now)
{
    private const int CronFields = 5;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly string[] DayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private ScheduleRefused? _refusal;

    /// <summary>What whoever wrote it was asked for: a schedule, or a time.</summary>
    public required string Wanted { get; init; }

    // Only where something is wrong: the start of the program reads schedules, and does not wait for a zone's rules.
    private TimeForms Forms => TimeForms.At(now, defaultZone);

    private string WantedForms => Wanted == "time" ? Forms.Time : Forms.Schedule;

    public ScheduleReading Read()
    {
        var words = ScheduleWords.Split(text);
        var schedule = words switch
        {
            [] => Refuse(1, $"nothing is written here. Write it as {WantedForms}."),
            [{ Text: "cron" }, ..] => ReadCron(words),
            [{ Text: "every" }, ..] => ReadInterval(words),
            _ => ReadTimes(ScheduleWords.Lists(words)),
        };
        return schedule is not null ? new ScheduleRead(schedule) : _refusal!;
    }

    private Schedule? ReadCron(List<ScheduleWord> words)
    {
        var fields = words.Skip(1).Take(CronFields).ToList();
        if (fields.Count < CronFields)
            return Refuse(End, "a cron expression has five fields: minute, hour, day of the month, month, day of the week, as in \"cron 0 9 * * 1-5\".");

        if (fields.FirstOrDefault(IsNoField) is { } wrong)
            return Refuse(wrong.Column, $"\"{wrong.Text}\" is no such field of a cron expression: {ExplainField(fields, wrong)}");

        return ReadZone(words.Skip(CronFields + 1)) is { } zone
            ? Make(zone, new CronTimes(new WallClock(zone), CronExpression.Parse(Expression(fields))))
            : null;

        bool IsNoField(ScheduleWord field) => ExplainField(fields, field).Length > 0;
    }

    // A field alone, among stars: so its place is known.
    private static string ExplainField(List<ScheduleWord> fields, ScheduleWord field)
    {
        try
        {
            CronExpression.Parse(Expression(fields.Select(each => ReferenceEquals(each, field) ? each : new ScheduleWord("*", 0))));
            return "";
        }
        catch (CronFormatException error)
        {
            return error.Message;
        }
    }

    private static string Expression(IEnumerable<ScheduleWord> fields) => string.Join(' ', fields.Select(field => field.Text));

    private Schedule? ReadInterval(List<ScheduleWord> words)
    {
        if (words.Count == 1)
            return Refuse(End, "how often? Write it as every 30m.");

        if (DurationText.Parse(words[1].Text) is not { } interval)
            return Refuse(words[1].Column, $"\"{words[1].Text}\" is no length of time. Write it as 30m or 2h.");

        if (interval < Shortest || interval > Longest)
            return Refuse(words[1].Column, $"every {words[1].Text} is too {(interval < Shortest ? "often" : "seldom")}: from 1m to 1d can be had. Days are written as \"Mon 09:00\".");

        return ReadZone(words.Skip(2)) is { } zone ? Make(zone, new Intervals(new WallClock(zone), interval)) : null;
    }

    private Schedule? ReadTimes(List<List<ScheduleWord>> lists)
    {
        var first = lists[0][0];
        LocalDate? date = null;
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToHashSet();
        var rest = lists.Skip(1);
        if (IsNoneAtAll(lists[0]))
            return RefuseWhole();

        if (first.Text == "daily" && lists[0].Count == 1)
        {
        }
        else if (first.Text.Length > 0 && char.IsLetter(first.Text[0]))
        {
            if (ReadDays(lists[0]) is not { } named)
                return null;

            days = named;
        }
        else if (first.Text.Contains('-', StringComparison.Ordinal))
        {
            date = ReadDate(lists[0]);
            if (date is null)
                return null;
        }
        else
        {
            rest = lists;
        }

        if (ReadTimesOfDay(rest.FirstOrDefault()) is not { } times || ReadZone(rest.Skip(1).SelectMany(list => list)) is not { } zone)
            return null;

        var clock = new WallClock(zone);
        return Make(zone, date is { } day ? new DateTimes(clock, day, times) : new DayTimes(clock, days, times));
    }

    // What begins neither as days of the week, nor as a date, nor as times of day: whoever wrote it had no schedule in mind, and is told how one looks.
    private static bool IsNoneAtAll(List<ScheduleWord> first) => first[0].Text is [var letter, ..] && (char.IsLetter(letter)
        ? !first.Exists(item => item.Text is "daily" or "every" or "cron" || item.Text.Split('-').Any(IsLikeDay))
        : !IsLikeTime(first[0].Text) && !IsLikeDate(first[0].Text));

    // A day, or what was plainly meant to be one: Mun, Monday.
    private static bool IsLikeDay(string name) => Array.Exists(
        DayNames,
        day => name.StartsWith(day, StringComparison.OrdinalIgnoreCase)
            || (name.Length == day.Length && name.Zip(day).Count(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)) == day.Length - 1));

    // 09:00, and what was meant so: 9am, 18h, 0900.
    private static bool IsLikeTime(string word)
    {
        if (word.Contains(':', StringComparison.Ordinal))
            return !word.Contains('-', StringComparison.Ordinal);

        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits is >= 1 and <= 4 && word.Length - digits <= 2 && word.Skip(digits).All(char.IsLetter);
    }

    private static bool IsLikeDate(string word) => word is [_, _, _, _, '-', _, _, '-', _, _];

    private HashSet<IsoDayOfWeek>? ReadDays(List<ScheduleWord> items)
    {
        var days = new HashSet<IsoDayOfWeek>();
        foreach (var item in items)
        {
            var dash = item.Text.IndexOf('-', StringComparison.Ordinal);
            var (from, to) = dash < 0 ? (item.Text, item.Text) : (item.Text[..dash], item.Text[(dash + 1)..]);
            if (ReadDay(from, item.Column) is not { } first || ReadDay(to, item.Column + Math.Max(dash + 1, 0)) is not { } last)
                return null;

            // Sat-Mon goes over the end of the week.
            for (var day = first; ; day = (day + 1) % DayNames.Length)
            {
                days.Add((IsoDayOfWeek)(day + 1));
                if (day == last)
                    break;
            }
        }

        return days;
    }

    private int? ReadDay(string name, int column)
    {
        var day = Array.FindIndex(DayNames, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (day >= 0)
            return day;

        Refuse(column, $"\"{name}\" is no day of the week.{DayHint(name)} Days are {string.Join(", ", DayNames)}, and \"daily\" is all of them.");
        return null;
    }

    private static string DayHint(string name) =>
        name.Length > 3 && Array.Find(DayNames, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) is { } day
            ? $" Did you mean \"{day}\"?"
            : Nearest.Hint(name, [.. DayNames, "daily", "every", "cron"]);

    private LocalDate? ReadDate(List<ScheduleWord> items)
    {
        var word = items[0];
        if (items.Count > 1)
            Refuse(items[1].Column, "one date alone can be named. Make a campaign for each.");
        else if (DateOnly.TryParseExact(word.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return LocalDate.FromDateOnly(date);
        else
            Refuse(word.Column, $"\"{word.Text}\" is no date. Write it as {Forms.Day}.");

        return null;
    }

    private List<LocalTime>? ReadTimesOfDay(List<ScheduleWord>? items)
    {
        if (items is null)
        {
            Refuse(End, "a time of day is missing. Write it as 09:00, or 09:00, 17:00.");
            return null;
        }

        var times = new SortedSet<LocalTime>();
        foreach (var item in items)
        {
            if (TimeOnly.TryParseExact(item.Text, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                times.Add(LocalTime.FromTimeOnly(time));
                continue;
            }

            Refuse(item.Column, $"\"{item.Text}\" is no time of day. Write it on the clock of 24 hours, as 09:00 or 17:30.");
            return null;
        }

        return [.. times];
    }

    private TimeZoneInfo? ReadZone(IEnumerable<ScheduleWord> rest)
    {
        var words = rest.ToList();
        if (words is [])
            return defaultZone;

        if (words.Count > 1)
            Refuse(words[1].Column, $"\"{words[1].Text}\" is too much: a {Wanted} ends with its time zone. Write it as {WantedForms}.");
        else if (ZoneText.Find(words[0].Text) is { } zone)
            return zone;
        else
            Refuse(words[0].Column, ZoneText.Explain(words[0].Text));

        return null;
    }

    private Schedule? RefuseWhole()
    {
        _refusal ??= new ScheduleRefused { Column = 1, IsWhole = true, Message = $"\"{text.Trim()}\" is no {Wanted}. Write it as {WantedForms}." };
        return null;
    }

    private int End => text.TrimEnd().Length + 1;

    private Schedule Make(TimeZoneInfo zone, ISchedulePlan plan) => new(text.Trim(), zone, plan);

    private Schedule? Refuse(int column, string message)
    {
        _refusal ??= new ScheduleRefused { Column = column, Message = message };
        return null;
    }
}
