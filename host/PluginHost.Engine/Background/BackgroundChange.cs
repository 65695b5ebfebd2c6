using PluginHost.Engine.Settings;

namespace PluginHost.Engine.Background;

/// <summary>Something that happened to a background service.</summary>
public sealed record BackgroundChange
{
    public required DateTimeOffset At { get; init; }

    public required KnownBackgroundService Known { get; init; }

    public required BackgroundState State { get; init; }

    /// <summary>Why it failed, or was left behind; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How long until it is started again; null where it is not.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>The change in a line, as people read it.</summary>
    public override string ToString() => State switch
    {
        BackgroundState.Started => $"{Known.Service.Id} started: {Known.Service.Title}",
        BackgroundState.Ended => $"{Known.Service.Id} came to its end, and starts again in {DurationText.Of(Pause!.Value)}",
        BackgroundState.Failed => $"{Known.Service.Id} failed, and starts again in {DurationText.Of(Pause!.Value)}: {Reason}",
        BackgroundState.Stopped => $"{Known.Service.Id} stopped",
        _ when Reason.Length > 0 => $"{Known.Service.Id} {Reason}, and ends with this program",
        _ => $"{Known.Service.Id} did not stop within {DurationText.Of(BackgroundServices.Patience)}, and ends with this program",
    };
}
