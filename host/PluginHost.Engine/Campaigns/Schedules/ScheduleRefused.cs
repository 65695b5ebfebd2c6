using System.Globalization;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>The text is no schedule.</summary>
public sealed record ScheduleRefused : ScheduleReading
{
    /// <summary>Where it goes wrong: the character in the text, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The message with its place.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"character {Column}: {Message}");
}
