using System.Globalization;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>The text is no schedule.</summary>
public sealed record ScheduleRefused : ScheduleReading
{
    /// <summary>Where it goes wrong: the character in the text, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Whether nothing of the text is a part of a schedule: then there is no place in it to point at, and the message names all of it.</summary>
    /// <value><see langword="false"/>.</value>
    public bool IsWhole { get; init; }

    /// <summary>The message with its place in what was written.</summary>
    /// <param name="given">What was written, as the message names it.</param>
    public string In(string given) => IsWhole ? Message : string.Create(CultureInfo.InvariantCulture, $"{given}, character {Column}: {Message}");

    /// <summary>The message with its place.</summary>
    public override string ToString() => IsWhole ? Message : string.Create(CultureInfo.InvariantCulture, $"character {Column}: {Message}");
}
