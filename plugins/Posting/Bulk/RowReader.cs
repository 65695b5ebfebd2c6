using System.Globalization;
using System.Text.RegularExpressions;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Makes rows of what stands in a file, and says of every cell what is wrong with it. Whether the posts may be said is for the checks.</summary>
internal sealed partial class RowReader(ITimes times, string today, IProfiles profiles, List<RowProblem> problems)
{
    // Written into a file for people, and worked out anew when it is read.
    private static readonly string[] Ignored = ["state", "note", FormulaGuard.Column];

    private int _row;
    private long _line;
    private bool _isGuarded;

    /// <summary>Says which columns nobody knows, and which are missing.</summary>
    public void CheckColumns(IEnumerable<string> columns)
    {
        (_row, _line) = (1, 1);
        var given = columns.ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in given.Where(column => !PostRow.Columns.Contains(column) && !Ignored.Contains(column)))
            Add(unknown, $"There is no such column.{Nearest.Hint(unknown, PostRow.Columns)} Columns are {string.Join(", ", PostRow.Columns)}.");

        foreach (var missing in (string[])["profile", "text"])
        {
            if (!given.Contains(missing))
                Add(missing, "The column is missing.");
        }
    }

    public PostRow Read(Record record, int row)
    {
        (_row, _line) = (row, LineOf(record));
        _isGuarded = IsGuarded(record);
        var text = TextOf(record, "text");
        if (string.IsNullOrWhiteSpace(text) && record.Find("text") is null or NothingValue or TextValue)
            Add("text", "The text is empty. Write something.");

        return new PostRow
        {
            Row = row,
            Line = _line,
            Id = TextOf(record, "id").Trim(),
            Profiles = ReadProfiles(TextOf(record, "profile")),
            Text = text,
            Language = TextOf(record, "language").Trim(),
            Due = ReadTime(TextOf(record, "at").Trim(), TextOf(record, "zone").Trim()),
            Missed = ReadMissed(TextOf(record, "missed").Trim()),
            More = ListOf(record, "more"),
            Media = ReadMedia(record),
        };
    }

    /// <summary>The line at which a record begins, as its origin has it: <c>posts.csv(12)</c>.</summary>
    private static long LineOf(Record record) =>
        Origin().Match(record.Origin) is { Success: true } match ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private List<string> ReadProfiles(string text)
    {
        var names = new List<string>();
        foreach (var name in text.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                names.Add(profiles[name].Name);
            }
            catch (WrongUseException unknown)
            {
                Add("profile", unknown.Message);
            }
        }

        if (string.IsNullOrWhiteSpace(text))
            Add("profile", "No profile is named. Name one, or several with spaces between.");

        return names;
    }

    private DueTime? ReadTime(string at, string zone)
    {
        if (at.Length == 0)
        {
            if (zone.Length > 0)
                Add("at", $"There is a zone, {zone}, and no time. Write one as {today} 09:00, or leave both empty: then it is a draft.");

            return null;
        }

        // Nearest first: a zone that does not exist would be told of the time otherwise.
        if (zone.Length > 0 && Try("zone", () => times.ReadZone(zone)) is null)
            return null;

        if (Instant().IsMatch(at))
        {
            if (zone.Length == 0)
                return Try("at", () => times.Read(at));

            Add("zone", $"{at} is an instant, which has no zone. Leave the zone empty, or write the time as {today} 09:00.");
            return null;
        }

        if (Wall().IsMatch(at))
            return Try("at", () => times.Read(zone.Length > 0 ? $"{at.Replace('T', ' ')} {zone}" : at.Replace('T', ' ')));

        Add("at", $"\"{at}\" is no time with a date. Write it as {today} 09:00, or as an instant, {today}T09:00:00Z.");
        return null;
    }

    private Missed? ReadMissed(string text) => text.Length == 0 ? null : Try("missed", () => Missed.Parse(text));

    private List<Medium> ReadMedia(Record record)
    {
        var (files, alts) = (ListOf(record, "media"), ListOf(record, "alt"));
        if (alts.Count > files.Count)
            Add("alt", $"There are {alts.Count} descriptions for {files.Count} files. Put {PostRow.Between} between several, in the order of the files.");

        return [.. files.Select((file, place) => MediumOf(file.Trim(), place < alts.Count ? alts[place].Trim() : ""))];
    }

    // "#2 picture.jpg" goes with the second part of a thread.
    private static Medium MediumOf(string file, string alt) => OfPart().Match(file) is { Success: true } match
        ? new Medium { File = file[match.Length..], Alt = alt, Part = Math.Max(0, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1) }
        : new Medium { File = file, Alt = alt };

    private string TextOf(Record record, string column)
    {
        switch (record.Find(column))
        {
            case null or NothingValue:
                return "";

            case Sdk.Record or ListValue:
                Add(column, "It is a list, or has fields of its own, and should be one text. Where it has a colon in it, put it in quotes.");
                return "";

            case var value:
                return Plain(value);
        }
    }

    private List<string> ListOf(Record record, string column) => record.Find(column) switch
    {
        null or NothingValue => [],
        ListValue list => [.. list.Items.Select(item => item.ToString())],
        var value => Plain(value) is { Length: > 0 } text ? [.. text.Split(PostRow.Between)] : [],
    };

    // Spreadsheets write a yes as they like.
    private bool IsGuarded(Record record)
    {
        var said = record.Find(FormulaGuard.Column)?.ToString().Trim() ?? "";
        var isYes = said.Equals(FormulaGuard.Yes, StringComparison.OrdinalIgnoreCase);
        if (said.Length > 0 && !isYes)
            Add(FormulaGuard.Column, $"\"{said}\" is neither {FormulaGuard.Yes} nor empty: it says whether this row has apostrophes before what spreadsheets take for formulas.");

        return isYes;
    }

    private string Plain(Value value) => _isGuarded ? FormulaGuard.Unguard(value.ToString()) : value.ToString();

    private T? Try<T>(string column, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (WrongUseException wrong)
        {
            Add(column, wrong.Message);
            return null;
        }
    }

    private void Add(string column, string reason) => problems.Add(new RowProblem { Row = _row, Line = _line, Column = column, Reason = reason });

    [GeneratedRegex(@"\(([0-9]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    [GeneratedRegex("^#([0-9]{1,3}) +", RegexOptions.CultureInvariant)]
    private static partial Regex OfPart();

    // The zone may stand behind the time, as everywhere.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Wall();
}
