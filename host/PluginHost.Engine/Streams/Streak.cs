namespace PluginHost.Engine.Streams;

/// <summary>Failures in a row: the first is told, and the pause before the next attempt doubles.</summary>
internal sealed class Streak(TimeSpan longest)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private TimeSpan _next = First;

    /// <summary>Whether the last attempt failed.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Notes a failure.</summary>
    /// <returns>Whether it is the first one in a row.</returns>
    public bool Begin()
    {
        var isFirst = !IsOn;
        IsOn = true;
        return isFirst;
    }

    /// <summary>Notes a success.</summary>
    /// <returns>Whether it ends failures.</returns>
    public bool End()
    {
        var was = IsOn;
        IsOn = false;
        _next = First;
        return was;
    }

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan NextPause()
    {
        var pause = _next;
        _next = pause * 2 < longest ? pause * 2 : longest;
        return pause;
    }
}
