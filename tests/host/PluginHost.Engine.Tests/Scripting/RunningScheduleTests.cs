using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary><c>At("…")</c> in scripts.</summary>
public sealed class RunningScheduleTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("18:00", "2026-11-27T18:00:00+01:00")]
    [InlineData("12:00", "2026-11-28T12:00:00+01:00")]
    [InlineData("Mon 09:00 America/Los_Angeles", "2026-11-30T09:00:00-08:00")]
    public void Should_Give_The_Next_Instant_In_The_Schedules_Zone(string text, string instant) =>
        RunningSchedule.Next(text, Noon, Oslo).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(instant);

    [Theory]
    [InlineData("6pm", "At(\"6pm\"), character 1: \"6pm\" is no time of day. Write it on the clock of 24 hours, as 09:00 or 17:30.")]
    [InlineData("soon", "\"soon\" is no time. Write it as 2026-11-27 09:00 (in Europe/Oslo, unless another zone stands behind it), as 09:00 or Mon 09:00 (the next), or as 2026-11-27T09:00:00Z (an instant).")]
    [InlineData("2026-01-01 09:00", "At(\"2026-01-01 09:00\") lies in the past. Name a time that comes, such as At(\"18:00\").")]
    public void Should_Refuse_What_Never_Comes(string text, string message) =>
        Should.Throw<WrongUseException>(() => RunningSchedule.Next(text, Noon, Oslo)).Message.ShouldBe(message);
}
