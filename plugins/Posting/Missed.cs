using System.Globalization;
using System.Text.RegularExpressions;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What becomes of a post whose time came while nothing ran: it goes out late by itself for a while, and then a person is asked, or it is skipped.</summary>
internal sealed partial record Missed
{
    /// <summary>What is wanted, for messages.</summary>
    public const string Wanted = "late, late 2h, ask, skip, or skip 30m";

    /// <summary>How late it may go out by itself. Null: as the setting "late" has it.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>Whether it is skipped after that, and not held for a person's word.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>What happens, in words for people.</summary>
    public string Text => (Grace, IsSkipped) switch
    {
        (null, false) => "it goes out late for a while, then it waits for your word",
        ({ Ticks: 0 }, false) => "it waits for your word",
        (null, true) => "it goes out late for a while, then it is skipped",
        ({ Ticks: 0 }, true) => "it is skipped",
        ({ } grace, var isSkipped) => $"it goes out up to {Length(grace)} late, then it {(isSkipped ? "is skipped" : "waits for your word")}",
    };

    /// <summary>As it is written, so that it can be read again.</summary>
    public string ToText() => (Grace, IsSkipped) switch
    {
        (null, false) => "late",
        (null, true) => "skip",
        ({ Ticks: 0 }, false) => "ask",
        ({ Ticks: 0 }, true) => "skip",
        ({ } grace, var isSkipped) => $"{(isSkipped ? "skip" : "late")} {Length(grace)}",
    };

    /// <exception cref="WrongUseException">The text says nothing of the kind.</exception>
    public static Missed Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
            throw new WrongUseException($"\"{text}\" is nothing that can become of a post that was missed. Write {Wanted}.{Nearest.Hint(text, ["late", "ask", "skip"])}");

        var grace = match.Groups["number"] is { Success: true } number ? LengthOf(number.Value, match.Groups["unit"].Value) : (TimeSpan?)null;
        return match.Groups["what"].Value switch
        {
            "late" => new Missed { Grace = grace },
            "ask" => new Missed { Grace = grace ?? TimeSpan.Zero },
            _ => new Missed { Grace = grace ?? TimeSpan.Zero, IsSkipped = true },
        };
    }

    /// <summary>As two columns have it; null where they leave it to the profile.</summary>
    public static Missed? Read(string missed, long grace) => missed.Length == 0
        ? null
        : new Missed { Grace = grace < 0 ? null : TimeSpan.FromMilliseconds(grace), IsSkipped = missed == "skip" };

    /// <summary>The first of the two columns.</summary>
    public string Column => IsSkipped ? "skip" : "ask";

    /// <summary>The second of the two columns.</summary>
    public long GraceColumn => Grace is { } grace ? (long)grace.TotalMilliseconds : -1;

    private static TimeSpan LengthOf(string number, string unit) => long.Parse(number, CultureInfo.InvariantCulture) * unit switch
    {
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    private static string Length(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => $"{time.TotalDays}d",
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => $"{time.TotalHours}h",
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => $"{time.TotalMinutes}m",
        _ => $"{time.TotalSeconds}s",
    }}");

    [GeneratedRegex(@"^(?<what>late|ask|skip)(\s+(?<number>[0-9]{1,5})(?<unit>[smhd]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
