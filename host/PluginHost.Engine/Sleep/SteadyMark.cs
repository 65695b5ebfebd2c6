using System.Globalization;

namespace PluginHost.Engine.Sleep;

/// <summary>
/// What the processes of one machine tell each other: since when it has surely been awake with its clock left alone. A process that has just started cannot
/// know that by itself, and what another one has under way since before a sleep looks old to it, though hardly a second of it has passed.
/// </summary>
/// <remarks>
/// Whoever opens the store looks here first, so whoever sends has left a mark: how far apart the clock on the wall and the one that counts were, and the count
/// then. As long as they are as far apart, the machine has neither slept, nor was it started anew, nor was its clock set. Where they are not, or there is no
/// mark, that may have been just now, and the count begins anew. That errs on the side of waiting: after a start of the machine too, and where clocks are
/// corrected by more than <see cref="WakeWatch.Slack"/> in sum. Windows counts sleep as time that passes, so that a sleep is not seen there; a set clock is.
/// </remarks>
/// <param name="folder">The workspace's data. A folder that several machines share has a mark for each.</param>
internal sealed class SteadyMark(string folder)
{
    private const string End = "end";

    private readonly string _file = Path.Combine(folder, $"awake-{Environment.MachineName}");

    /// <summary>Since when, as the clock counts that counts; now, where nobody knows.</summary>
    /// <param name="apart">How far apart the two clocks are now.</param>
    /// <param name="now">What the clock that counts says.</param>
    public TimeSpan Since(TimeSpan apart, TimeSpan now)
    {
        if (Read() is { } mark && (mark.Apart - apart).Duration() <= WakeWatch.Slack && mark.Since <= now)
            return mark.Since;

        Write(apart, now);
        return now;
    }

    /// <summary>Notes that the machine slept, or its clock was set, until now.</summary>
    public void Write(TimeSpan apart, TimeSpan now)
    {
        try
        {
            WorkspaceData.MakeFolder(folder);
            System.IO.File.WriteAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{apart.Ticks} {now.Ticks} {End}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next process finds none, or one that does not fit, and waits.
        }
    }

    private (TimeSpan Apart, TimeSpan Since)? Read()
    {
        try
        {
            // Half a mark has no end.
            return System.IO.File.Exists(_file) && System.IO.File.ReadAllText(_file).Split(' ') is [var apart, var since, End]
                && long.TryParse(apart, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var apartTicks)
                && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var sinceTicks)
                ? (TimeSpan.FromTicks(apartTicks), TimeSpan.FromTicks(sinceTicks))
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
