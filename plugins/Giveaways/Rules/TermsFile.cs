using System.Globalization;
using System.Text.RegularExpressions;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>
/// Reads a giveaway that somebody has written in a YAML file: <see cref="TermsExample"/> writes one with all that it may say. All that is wrong with it is said at
/// once, each with its place.
/// </summary>
internal sealed partial class TermsFile(ITimes times, TermsCheck check)
{
    public static readonly IReadOnlyList<string> Keys = ["title", "prizes", "closes", "claim", "lead", "announce", "rules", "notice", "by-hand"];
    public static readonly IReadOnlyList<string> RuleKeys = ["phrase", "mention", "hashtag", "follow", "repost", "age", "exclude"];

    // What is filled in where a winner is told.
    private static readonly IReadOnlyList<string> Fields = ["handle", "prize", "title", "until"];

    // Closes a giveaway whose end could not be read, which was noted.
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    /// <param name="file">What the text says.</param>
    /// <param name="text">The text, for the places of what is wrong.</param>
    /// <param name="path">The file's path, whose name is the giveaway's.</param>
    /// <exception cref="PluginHostException">It does not say what it must, or says what is not known or cannot be.</exception>
    public GiveawayTerms Read(Value file, string text, string path)
    {
        var problems = new List<TermsProblem>();
        if (file is not Record written)
            throw new PluginHostException($"{path}(1,1): this is no giveaway: it needs the keys title, prizes, closes and announce. giveaways.new name=… writes a file that has them.");

        var terms = Read(new TermsSection(written, "", Keys, problems), problems, path);

        // What could not be read is not said twice.
        problems.AddRange(check.Of(terms).Where(problem => !problems.Exists(known => known.Key == problem.Key && known.Section == problem.Section)).ToList());
        if (problems.Count == 0)
            return terms;

        var places = new TermsPlaces(text);
        throw new PluginHostException(string.Join('\n', problems.Select(problem => (Place: places.Of(problem.Section, problem.Key), problem.Sentence)).OrderBy(each => each.Place).Select(each =>
            string.Create(CultureInfo.InvariantCulture, $"{path}({each.Place.Line},{each.Place.Column}): {each.Sentence}"))));
    }

    private GiveawayTerms Read(TermsSection written, List<TermsProblem> problems, string path)
    {
        _ = written.Needed("title", "title: Three phones");
        _ = written.Needed("prizes", "prizes: [A phone, A tablet]");
        var rules = new TermsSection(SectionOf(written, "rules"), "rules", RuleKeys, problems);
        return new GiveawayTerms
        {
            Id = IdOf(path),
            Title = written.Text("title"),
            Prizes = written.Texts("prizes"),
            ClosesAt = ClosesOf(written),
            Claim = written.Time("claim", TimeSpan.FromDays(2)),
            Lead = written.Time("lead", TimeSpan.FromMinutes(10)),
            ByHand = written.Flag("by-hand"),
            Announcement = AnnouncementOf(written),
            Rules = new EntryRules
            {
                Phrase = rules.Text("phrase"),
                Mention = rules.Text("mention"),
                Hashtag = rules.Text("hashtag"),
                Follow = rules.Flag("follow"),
                Repost = rules.Flag("repost"),
                Age = rules.Time("age", TimeSpan.Zero),
                Excluded = rules.Texts("exclude"),
            },
            Notice = NoticeOf(written, problems),
        };
    }

    private DateTimeOffset ClosesOf(TermsSection written)
    {
        if (written.Needed("closes", "closes: 2026-12-18 18:00 Europe/Oslo") is not { } value)
            return Never;

        try
        {
            return times.Read(value.ToString()).Instant;
        }
        catch (WrongUseException wrong)
        {
            written.Note("closes", $"\"closes: {value}\" cannot be read as a time. Write 2026-12-18 18:00, or with another zone than the workspace's 2026-12-18 18:00 Europe/Oslo ({wrong.Message.TrimEnd('.')})");
            return Never;
        }
    }

    private static List<Variant> AnnouncementOf(TermsSection written)
    {
        switch (written.Needed("announce", "announce: { \"@telco\": What it says }"))
        {
            case null:
                return [];
            case Record { Fields.Count: > 0 } announce when announce.Fields.All(said => said.Value is not (ListValue or Record)):
                return [.. announce.Fields.Select(said => new Variant { Profile = said.Key, Text = said.Value.ToString() })];
            default:
                written.Note("announce", "\"announce:\" has a line a profile, with the text that it says: \"@telco\": Three of you win");
                return [];
        }
    }

    // One text for all, or a text a language.
    private static Dictionary<string, string> NoticeOf(TermsSection written, List<TermsProblem> problems)
    {
        var notice = written.Find("notice") switch
        {
            null => new Dictionary<string, string>(),
            Record languages => languages.Fields.ToDictionary(language => language.Key, language => language.Value.ToString()),
            var all => new Dictionary<string, string> { [""] = all.ToString() },
        };
        foreach (var (language, text) in notice)
        {
            var (section, key) = language.Length == 0 ? ("", "notice") : ("notice", language);
            foreach (Match field in Braces().Matches(text))
            {
                var name = field.Groups[1].Value;
                if (!Fields.Contains(name))
                    problems.Add(new TermsProblem { Section = section, Key = key, What = $"\"{{{name}}}\" is not filled in.{Nearest.Hint(name, Fields)} {{{string.Join("}, {", Fields)}}} are" });
            }
        }

        return notice;
    }

    private static Record SectionOf(TermsSection written, string key)
    {
        var value = written.Find(key);
        if (value is not null and not Record)
            written.Note(key, $"\"{key}:\" has keys of its own: {string.Join(", ", RuleKeys)}");

        return value as Record ?? Record.Empty;
    }

    /// <summary>The id of a giveaway is its file's name: one file, one giveaway, however often it is read.</summary>
    private static string IdOf(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        return (dot > 0 ? name[..dot] : name).ToLowerInvariant();
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
