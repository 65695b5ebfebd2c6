namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>Who was inside, and in which call, as far as a slot tells.</summary>
internal sealed record DeadSeat
{
    public required string Plugin { get; init; }

    public required string Entry { get; init; }
}
