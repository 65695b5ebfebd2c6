namespace PluginHost.Terminal;

/// <summary>
/// Lines that come at the end and go at the beginning. Each has a number that it keeps: the next one's is one more. It may be fed on any thread, while the
/// screen reads it; what it keeps is in memory, so that it can be looked through.
/// </summary>
public interface ILogLines
{
    /// <summary>Raised when lines came or went, on whatever thread that happened.</summary>
    event Action? Changed;

    /// <summary>The number of the first line that is still there, or will be the next to come.</summary>
    long First { get; }

    /// <summary>How many there are from there on.</summary>
    int Count { get; }

    /// <summary>A line.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The line; an empty one where it is gone, or not there yet.</returns>
    RichLine Line(long number);
}
