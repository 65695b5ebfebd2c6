using System.Globalization;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Settings;
using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>
/// Reads <c>campaigns:</c>, a mapping from names to a script and when it runs. The header of a script has the same keys.
/// </summary>
/// <param name="root">The workspace's folder: scripts are named from there.</param>
/// <param name="file">The name of the file that is read, as it is shown.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class CampaignsSection(string root, string file, FileProblems problems)
{
    private const int LongestName = 64;
    private const string Example = "{ script: scripts/daily.csx, at: Mon-Fri 09:00 }";

    private static readonly string[] Keys = ["script", "at", "on", "args", "overlap", "missed", "grace", "budget", "timeout", "off"];

    public IReadOnlyList<CampaignEntry> Read(YamlEntry campaigns)
    {
        if (campaigns.Value is YamlScalar { IsNothing: true } || !campaigns.TryMapping(problems, $"daily: {Example}", out var mapping))
            return [];

        var entries = new List<CampaignEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            CheckName(entry.Key, entry.Line);
            if (entry.TryMapping(problems, Example, out var keys) && ReadKeys(entry.Key, entry.Line, keys, "") is { } campaign)
                entries.Add(campaign);
        }

        return entries;
    }

    /// <summary>Whether it can name a campaign: it stands in keys and file names, and one word for it is to be typed.</summary>
    public void CheckName(string name, int line)
    {
        if (name.Length > LongestName)
            problems.Add(line, string.Create(CultureInfo.InvariantCulture, $"a campaign's name has {LongestName} characters at most; this one has {name.Length}."));
        else if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0]) || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')))
            problems.Add(line, $"\"{name}\" is no campaign's name. Write a word of letters, digits, - and _, such as daily-flavours.");
    }

    /// <param name="name">The campaign's name.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="mapping">Its keys.</param>
    /// <param name="script">The script's full path, where the keys need not name it.</param>
    public CampaignEntry? ReadKeys(string name, int line, YamlMapping mapping, string script)
    {
        var campaign = new CampaignEntry { Name = name, File = file, Line = line, Script = script, ScriptLine = line };
        foreach (var entry in mapping.Entries)
            campaign = ReadKey(campaign, entry, isNamed: script.Length > 0);

        if (campaign.At is not null && campaign.On is not null)
            problems.Add(line, $"\"{name}\" has both at and on. Give one of them, and make two campaigns where both are meant.");

        if (campaign.Missed == Missed.Skip && mapping.Find("grace") is { } grace)
            problems.Add(grace.Line, "\"grace\" has no use with \"missed: skip\": nothing that was missed is made up for.");

        if (campaign.Script.Length > 0)
            return campaign;

        if (mapping.Find("script") is null)
            problems.Add(line, $"\"{name}\" has no script. Write it as {Example}.");

        return null;
    }

    private CampaignEntry ReadKey(CampaignEntry campaign, YamlEntry entry, bool isNamed)
    {
        switch (entry.Key)
        {
            case "script" when !isNamed:
                return entry.TryText(problems, out var script)
                    ? campaign with { Script = Path.GetFullPath(Path.Combine(root, script)), ScriptLine = entry.Line }
                    : campaign;
            case "at":
                return entry.TryText(problems, out var at) ? campaign with { At = at, AtLine = entry.Line } : campaign;
            case "on":
                return entry.TryText(problems, out var on) ? campaign with { On = on, OnLine = entry.Line } : campaign;
            case "args":
                return entry.TryTexts(problems, "[one, two]", out var args) ? campaign with { Args = [.. args.Select(arg => arg.Text)] } : campaign;
            case "overlap":
                return campaign with { Overlap = ReadChoice<Overlap>(entry) };
            case "missed":
                return campaign with { Missed = ReadChoice<Missed>(entry) ?? campaign.Missed };
            case "grace":
                return campaign with { Grace = ReadTime(entry) ?? campaign.Grace };
            case "budget":
                return campaign with { Budget = ReadBudget(entry) };
            case "timeout":
                return campaign with { Timeout = ReadTime(entry) };
            case "off":
                return campaign with { Off = ReadFlag(entry) };
            default:
                problems.AddUnknown(entry, $"in \"{campaign.Name}\"", isNamed ? Keys[1..] : Keys);
                return campaign;
        }
    }

    private T? ReadChoice<T>(YamlEntry entry)
        where T : struct, Enum
    {
        if (!entry.TryText(problems, out var text))
            return null;

        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (names.IndexOf(text) is >= 0 and var index)
            return Enum.GetValues<T>()[index];

        problems.Add(entry.Line, $"\"{entry.Key}\" is {string.Join(", ", names[..^1])} or {names[^1]}, not \"{text}\".{Nearest.Hint(text, names)}");
        return null;
    }

    private TimeSpan? ReadTime(YamlEntry entry)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        var time = DurationText.Parse(text);
        if (time is null || time == TimeSpan.Zero)
            problems.Add(entry.Line, $"\"{text}\" is no length of time for \"{entry.Key}\". Write it as 30s, 5m or 2h.");

        return time;
    }

    private int? ReadBudget(YamlEntry entry)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, "posts" or "post"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var posts))
        {
            return posts;
        }

        // A limit that nobody keeps is worse than none.
        problems.Add(entry.Line, text.Any(char.IsAsciiLetterUpper) || text.Contains('/', StringComparison.Ordinal)
            ? $"\"{text}\" cannot be kept yet: a budget counts the posts of an occurrence. Write it as 20 posts."
            : $"\"{text}\" is no budget. Write how many posts an occurrence may publish, as 20 posts.");
        return null;
    }

    private bool ReadFlag(YamlEntry entry)
    {
        if (!entry.TryText(problems, out var text))
            return false;

        if (text is not ("true" or "false"))
            problems.Add(entry.Line, $"\"{entry.Key}\" is true or false, not \"{text}\".");

        return text == "true";
    }
}
