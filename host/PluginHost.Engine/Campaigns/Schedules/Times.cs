using System.Globalization;
using NodaTime;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>Times as guests, scripts and command arguments ask for them: every way to a <see cref="Schedule"/> but that of <c>plugins.yaml</c>.</summary>
public sealed class Times(TimeProvider clock, TimeZoneInfo zone) : ITimes
{
    /// <summary>What is wanted, for messages.</summary>
    public const string Wanted = "a time, such as \"2026-12-24 09:00 Europe/Oslo\", 09:00 or 2026-11-23T09:00:00Z";

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Reads an instant as ISO 8601 writes it, in UTC where it has no offset; null where it is none.</summary>
    public static DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <inheritdoc />
    public DueTime At(DateTime wall, TimeZoneInfo inZone) =>
        new WallClock(inZone).At(LocalDateTime.FromDateTime(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified)));

    /// <inheritdoc />
    public DueTime Read(string text)
    {
        if (ReadInstant(text) is { } instant)
            return DueTime.At(instant);

        var schedule = Parse(text);
        return schedule.NextAfter(clock.GetUtcNow())
            ?? (schedule.IsOnce ? schedule.NextAfter(DateTimeOffset.MinValue) : null)
            ?? throw new WrongUseException($"\"{text}\" never comes. Wanted is {Wanted}.");
    }

    /// <inheritdoc />
    public TimeZoneInfo ReadZone(string id) => ZoneText.Find(id) ?? throw new WrongUseException(ZoneText.Explain(id));

    /// <inheritdoc />
    public DueTime? Next(string schedule, DateTimeOffset after) => Parse(schedule).NextAfter(after);

    /// <inheritdoc />
    public IReadOnlyList<DueTime> Between(string schedule, DateTimeOffset after, DateTimeOffset until) => [.. Parse(schedule).Between(after, until)];

    private Schedule Parse(string text) => Schedule.Parse(text, zone) switch
    {
        ScheduleRead { Schedule: var schedule } => schedule,
        ScheduleRefused refused => throw new WrongUseException($"\"{text}\", {refused}"),
        var other => throw new InvalidOperationException($"A schedule was read as {other}."),
    };
}
