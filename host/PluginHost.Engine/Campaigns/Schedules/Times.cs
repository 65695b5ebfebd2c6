using System.Globalization;
using NodaTime;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>Times as guests, scripts and command arguments ask for them: every way to a <see cref="Schedule"/> but that of <c>plugins.yaml</c>.</summary>
public sealed class Times(TimeProvider clock, TimeZoneInfo zone) : ITimes
{
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Reads an instant as ISO 8601 writes it, in UTC where it has no offset; null where it is none.</summary>
    public static DateTimeOffset? ReadInstant(string text) =>
        DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>How times are written, for messages.</summary>
    public TimeForms Forms => TimeForms.At(clock.GetUtcNow(), zone);

    /// <inheritdoc />
    public DueTime At(DateTime wall, TimeZoneInfo inZone) =>
        new WallClock(inZone).At(LocalDateTime.FromDateTime(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified)));

    /// <inheritdoc />
    public DueTime Read(string text)
    {
        if (ReadInstant(text) is { } instant)
            return DueTime.At(instant);

        var schedule = Read(text, Schedule.ParseTime(text, zone, clock.GetUtcNow()));
        return schedule.NextAfter(clock.GetUtcNow())
            ?? (schedule.IsOnce ? schedule.NextAfter(DateTimeOffset.MinValue) : null)
            ?? throw new WrongUseException($"\"{text}\" never comes. Write it as {Forms.Time}.");
    }

    /// <inheritdoc />
    public TimeZoneInfo ReadZone(string id) => ZoneText.Find(id) ?? throw new WrongUseException(ZoneText.Explain(id));

    /// <inheritdoc />
    public DueTime? Next(string schedule, DateTimeOffset after) => Parse(schedule).NextAfter(after);

    /// <inheritdoc />
    public IReadOnlyList<DueTime> Between(string schedule, DateTimeOffset after, DateTimeOffset until) => [.. Parse(schedule).Between(after, until)];

    private Schedule Parse(string text) => Read(text, Schedule.Parse(text, zone, clock.GetUtcNow()));

    private static Schedule Read(string text, ScheduleReading reading) => reading switch
    {
        ScheduleRead { Schedule: var schedule } => schedule,
        ScheduleRefused refused => throw new WrongUseException(refused.In($"\"{text}\"")),
        var other => throw new InvalidOperationException($"A schedule was read as {other}."),
    };
}
