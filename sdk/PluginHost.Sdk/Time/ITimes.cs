namespace PluginHost.Sdk;

/// <summary>
/// The one place where it is worked out when something is due: what a wall clock means in a zone, and when a schedule comes. A wall time that the clocks
/// skip is due right after the gap; of one that they show twice, the first is meant.
/// </summary>
public interface ITimes
{
    /// <summary>Works out what a wall time means.</summary>
    /// <param name="wall">What the wall clock shows. Its kind does not count.</param>
    /// <param name="zone">The zone in which it hangs.</param>
    /// <returns>The instant, and what the clocks do to the wall time.</returns>
    DueTime At(DateTime wall, TimeZoneInfo zone);

    /// <summary>Reads one time, as people write it.</summary>
    /// <param name="text">
    /// A schedule, of which the next time is meant: <c>2027-03-28 02:30 Europe/Oslo</c>, <c>09:00</c>, <c>Mon 09:00</c>; without a zone in that of the
    /// workspace. A date may have passed. Or an instant: <c>2026-11-23T09:00:00Z</c>; without an offset it is in UTC.
    /// </param>
    /// <returns>The time.</returns>
    /// <exception cref="WrongUseException">It is neither. The message says what is wrong, and where.</exception>
    DueTime Read(string text);

    /// <summary>Finds a zone by its name in the IANA database.</summary>
    /// <param name="id">The name: <c>Europe/Oslo</c>.</param>
    /// <returns>The zone.</returns>
    /// <exception cref="WrongUseException">There is none of that name. The message names the nearest.</exception>
    TimeZoneInfo ReadZone(string id);

    /// <summary>The first time of a schedule that is later than an instant.</summary>
    /// <param name="schedule">The schedule: <c>Mon-Fri 09:00 America/Los_Angeles</c>; without a zone in that of the workspace.</param>
    /// <param name="after">The instant.</param>
    /// <returns>The time; <see langword="null"/> where none comes any more.</returns>
    /// <exception cref="WrongUseException">It is no schedule. The message says what is wrong, and where.</exception>
    DueTime? Next(string schedule, DateTimeOffset after);

    /// <summary>All times of a schedule that are later than one instant and not later than another, in order.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="after">The one instant.</param>
    /// <param name="until">The other.</param>
    /// <returns>The times.</returns>
    /// <exception cref="WrongUseException">It is no schedule. The message says what is wrong, and where.</exception>
    IReadOnlyList<DueTime> Between(string schedule, DateTimeOffset after, DateTimeOffset until);
}
