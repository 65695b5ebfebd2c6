using System.CommandLine;
using System.Globalization;
using PluginHost.Engine;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Workspaces;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>What <c>rehearse</c> and <c>test</c> are told: when, for how long, and with what chance.</summary>
internal static class RehearsalOptions
{
    private const string Morning = "09:00";

    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];

    private static readonly Option<string?> From = new("--from")
    {
        Description = "The first day, such as 2026-12-01, or an instant of it, such as 2026-12-01T10:30, in the workspace's zone. Default: today.",
        HelpName = "DATE",
    };

    private static readonly Option<string> Days = new("--days")
    {
        Description = "How many days pass. Default: 1.",
        HelpName = "N",
        DefaultValueFactory = _ => "1",
    };

    private static readonly Option<string> Seed = new("--seed")
    {
        Description = "What chance follows from: the same seed, the same rehearsal. Default: 1.",
        HelpName = "S",
        DefaultValueFactory = _ => "1",
    };

    private static readonly Option<string[]> Answers = new("--answer")
    {
        Description = "What the script's questions are answered with: \"a part of the question=the answer\". As often as there are questions.",
        HelpName = "PART=ANSWER",
        Arity = ArgumentArity.OneOrMore,
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(From);
        command.Options.Add(Days);
        command.Options.Add(Seed);
        command.Options.Add(Answers);
    }

    /// <summary>How the workspace is opened. The rehearsal puts in what is other.</summary>
    public static EngineOptions EngineFor(ParseResult commandLine) => new()
    {
        WorkspaceFile = WorkspaceFinder.Find(commandLine.GetValue(Common.Workspace)),
        User = UserFolders.OfPerson(),
        Person = new TerminalPerson(new ProgressLine(), json: false),
    };

    /// <exception cref="WrongUseException">An option says what it must not.</exception>
    public static RehearsalRequest Read(ParseResult commandLine, EngineOptions options, string script, IReadOnlyList<string> args)
    {
        var workspace = WorkspaceOf(options);
        var first = FirstOf(commandLine.GetValue(From), workspace.Zone, out var hasTime);
        return Request(commandLine, workspace.Zone, CampaignOf(workspace, script), script, args, first, hasTime);
    }

    /// <summary>The same for a test, which means a run and no day: where nobody has named one and nothing is due today, it is of the day on which something is.</summary>
    /// <exception cref="WrongUseException">An option says what it must not.</exception>
    public static RehearsalRequest ReadDue(ParseResult commandLine, EngineOptions options, string script)
    {
        var request = Read(commandLine, options, script, []);
        if (request.Starts.Count > 0 || commandLine.GetValue(From) is not null)
            return request;

        var workspace = WorkspaceOf(options);
        var campaign = CampaignOf(workspace, script);
        return campaign?.Schedule?.NextAfter(request.Until.AddTicks(-1)) is { } next
            ? Request(commandLine, workspace.Zone, campaign, script, [], TimeZoneInfo.ConvertTime(next.Instant, workspace.Zone), hasTime: false)
            : request;
    }

    private static RehearsalRequest Request(
        ParseResult commandLine, TimeZoneInfo zone, Campaign? campaign, string script, IReadOnlyList<string> args, DateTimeOffset first, bool hasTime)
    {
        var days = DaysOf(commandLine.GetValue(Days)!);
        var midnight = new Day { Date = DateOnly.FromDateTime(first.DateTime), Zone = zone };
        var last = midnight with { Date = midnight.Date.AddDays(days) };
        var from = hasTime ? first : midnight.At("00:00");
        var until = last.At(hasTime ? first.ToString("HH:mm", CultureInfo.InvariantCulture) : "00:00");
        return new RehearsalRequest
        {
            Script = script,
            Args = args.Count > 0 ? args : campaign?.Entry.Args ?? [],
            From = from,
            Until = until,
            Starts = campaign?.Schedule is { } schedule
                ? [.. schedule.Between(from.AddTicks(-1), until.AddTicks(-1)).Select(due => due.Instant)]
                : [hasTime ? first : midnight.At(Morning)],
            Seed = commandLine.GetValue(Seed)!,
            Answers = [.. (commandLine.GetValue(Answers) ?? []).Select(AnswerOf)],
        };
    }

    private static Campaign? CampaignOf(WorkspaceConfiguration workspace, string script) =>
        CampaignCatalog.Read(workspace, TimeProvider.System.GetUtcNow()).All.FirstOrDefault(campaign => campaign.Entry.Script == script);

    private static WorkspaceConfiguration WorkspaceOf(EngineOptions options) => WorkspaceFile.Read(options.WorkspaceFile) switch
    {
        WorkspaceRead read => read.Configuration,
        WorkspaceRefused refused => throw new WrongUseException(string.Join('\n', refused.Problems)),
        var other => throw new InvalidOperationException($"A workspace was read as {other}."),
    };

    private static int DaysOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= RehearsalRequest.MostDays
            ? days
            : throw new WrongUseException(string.Create(CultureInfo.InvariantCulture, $"--days {text}: take a whole number from 1 to {RehearsalRequest.MostDays}."));

    private static DateTimeOffset FirstOf(string? text, TimeZoneInfo zone, out bool hasTime)
    {
        hasTime = false;
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone);
        if (text is null)
            return now;

        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1971 or > 9000)
            throw new WrongUseException(string.Create(CultureInfo.InvariantCulture, $"--from {text}: that is no day. Write it as {now:yyyy-MM-dd}, or as {now:yyyy-MM-dd}T10:30 for a time of it, both in {zone.Id}."));

        hasTime = text.Length > Forms[0].Length;
        var day = new Day { Date = DateOnly.FromDateTime(local), Zone = zone };
        return day.At(local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private static KeyValuePair<string, string> AnswerOf(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var place and > 0
            ? new(text[..place].Trim(), text[(place + 1)..].Trim())
            : throw new WrongUseException($"--answer {text}: write a part of the question, =, and the answer: --answer \"How many=3\".");
}
