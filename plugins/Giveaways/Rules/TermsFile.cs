using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>Reads a giveaway that somebody has written in a YAML file.</summary>
/// <example>
/// <code>
/// title: Three phones
/// prizes: [A phone, A phone, A tablet]
/// closes: 2026-12-18 18:00 Europe/Oslo
/// claim: 2d                      # how long a winner has to answer
/// announce:
///   "@telco_offers": Three of you win. Answer “me, please” and mention @telco_offers until Friday at six.
///   "@telco_nb":     Tre av dere vinner. Svar «me, please» og nevn @telco_offers innen fredag klokken seks.
/// rules: { phrase: "me, please", mention: "@telco_offers", follow: true, age: 30d, exclude: [kari_at_telco] }
/// notice: { en: "@{handle} You have won {prize}. Answer here until {until}." }
/// by-hand: false
/// </code>
/// </example>
internal sealed class TermsFile(ITimes times)
{
    private static readonly string[] Fields = ["title", "prizes", "closes", "claim", "lead", "announce", "rules", "notice", "by-hand"];
    private static readonly string[] RuleFields = ["phrase", "mention", "hashtag", "follow", "repost", "age", "exclude"];

    /// <exception cref="PluginHostException">It does not say what it must, or says what is not known.</exception>
    public GiveawayTerms Read(Value file, string path)
    {
        if (file is not Record written)
            throw Wrong(path, "it needs \"title:\", \"prizes:\", \"closes:\" and \"announce:\"");

        OnlyKnown(written, Fields, path);
        var rules = RecordOf(written, "rules", path);
        OnlyKnown(rules, RuleFields, $"{path}, rules");
        return new GiveawayTerms
        {
            Id = IdOf(path),
            Title = Needed(written, "title", path).ToString(),
            Prizes = ListOf(Needed(written, "prizes", path)),
            ClosesAt = times.Read(Needed(written, "closes", path).ToString()).Instant,
            Claim = Time(written, "claim", TimeSpan.FromDays(2), path),
            Lead = Time(written, "lead", TimeSpan.FromMinutes(10), path),
            ByHand = written.Find("by-hand") is { } byHand && byHand.Flag,
            Announcement = Needed(written, "announce", path) is Record { Fields.Count: > 0 } announce
                ? [.. announce.Fields.Select(said => new Variant { Profile = said.Key, Text = said.Value.ToString() })]
                : throw Wrong(path, "\"announce:\" has a line a profile: \"@telco\": what it says"),
            Rules = new EntryRules
            {
                Phrase = Text(rules, "phrase"),
                Mention = Text(rules, "mention"),
                Hashtag = Text(rules, "hashtag"),
                Follow = rules.Find("follow") is { } follow && follow.Flag,
                Repost = rules.Find("repost") is { } repost && repost.Flag,
                Age = Time(rules, "age", TimeSpan.Zero, path),
                Excluded = rules.Find("exclude") is { } excluded ? ListOf(excluded) : [],
            },
            Notice = RecordOf(written, "notice", path).Fields.ToDictionary(notice => notice.Key, notice => notice.Value.ToString()),
        };
    }

    /// <summary>The id of a giveaway is its file's name: one file, one giveaway, however often it is read.</summary>
    private static string IdOf(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        return (dot > 0 ? name[..dot] : name).ToLowerInvariant();
    }

    private static Value Needed(Record written, string field, string path) =>
        written.Find(field) is { } value and not NothingValue ? value : throw Wrong(path, $"\"{field}:\" is missing");

    private static string Text(Record written, string field) => written.Find(field)?.ToString() ?? "";

    private static IReadOnlyList<string> ListOf(Value value) => value is ListValue list ? [.. list.Items.Select(item => item.ToString())] : [value.ToString()];

    private static Record RecordOf(Record written, string field, string path) => written.Find(field) switch
    {
        null or NothingValue => Record.Empty,
        Record record => record,
        _ => throw Wrong(path, $"\"{field}:\" has a line a word"),
    };

    private static TimeSpan Time(Record written, string field, TimeSpan otherwise, string path)
    {
        if (written.Find(field)?.ToString() is not { Length: > 1 } text)
            return otherwise;

        var unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        return unit > TimeSpan.Zero && int.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count * unit
            : throw Wrong(path, $"\"{field}: {text}\" is no length of time; write 90s, 30m, 2h or 3d");
    }

    private static void OnlyKnown(Record written, IReadOnlyList<string> known, string where)
    {
        foreach (var (field, _) in written.Fields)
        {
            if (!known.Contains(field))
                throw Wrong(where, $"\"{field}:\" is not known.{Nearest.Hint(field, known)}".TrimEnd('.'));
        }
    }

    private static PluginHostException Wrong(string where, string what) => new($"{where}: {what}.");
}
